// Runs the conformance list with grammY: an independent client, so that the playground is not built to please one.
// node run.mjs <control address> <folder of cases>   → one JSON line a case: {"name", "difference": null or words}
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Api, GrammyError, HttpError, InputFile } from "grammy";

const [control, folder] = process.argv.slice(2);

async function post(path, body) {
  const response = await fetch(control + path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer.result;
}

function difference(expected, actual, path = "$") {
  const there = actual !== undefined && actual !== null;
  if (expected === "$any") return there ? null : `${path}: absent`;
  if (expected === "$absent") return there ? `${path}: ${JSON.stringify(actual)} instead of nothing` : null;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return `${path}: ${JSON.stringify(actual)} instead of ${expected.length} items`;
    return expected.map((e, i) => difference(e, actual[i], `${path}[${i}]`)).find((d) => d) ?? null;
  }
  if (expected !== null && typeof expected === "object") {
    if (!there || typeof actual !== "object") return `${path}: ${JSON.stringify(actual)} instead of an object`;
    return Object.entries(expected).map(([k, v]) => difference(v, actual[k], `${path}.${k}`)).find((d) => d) ?? null;
  }
  if (expected === false && !there) return null;
  return expected === actual ? null : `${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`;
}

class Variables {
  values = {};
  keep(paths, answer) {
    for (const [name, path] of Object.entries(paths ?? {}))
      this.values[name] = path.split(".").filter((p) => p).reduce((node, part) => node?.[part], answer);
  }
  fill(node) {
    if (Array.isArray(node)) return node.map((n) => this.fill(n));
    if (node !== null && typeof node === "object") {
      if (node.$repeat !== undefined) return node.$repeat.repeat(node.times);
      if (node.$items !== undefined) return Array.from({ length: node.times }, (_, i) => this.fill(JSON.parse(JSON.stringify(node.$items).replaceAll("#", i))));
      return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, this.fill(v)]));
    }
    if (typeof node !== "string") return node;
    if (node.startsWith("$") && node.slice(1) in this.values) return this.values[node.slice(1)];
    for (const [name, value] of Object.entries(this.values)) node = node.replaceAll("${" + name + "}", String(value));
    return node;
  }
}

function withFiles(parameters) {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => {
    const file = value?.$file;
    return file ? [name, new InputFile(Buffer.from(file.base64 ?? file.text, file.base64 ? "base64" : "utf8"), file.name)] : [name, value];
  }));
}

async function call(stage, step) {
  const api = new Api(step.token ?? stage.token, { apiRoot: stage.url.replace(/\/$/, ""), timeoutSeconds: 70 });
  try {
    // Methods without parameters take a signal where others take them.
    return { result: await (step.with ? api.raw[step.call](withFiles(step.with)) : api.raw[step.call]()) };
  } catch (error) {
    if (error instanceof GrammyError)
      return { failure: { code: error.error_code, text: error.description, retry_after: error.parameters.retry_after, migrate_to_chat_id: error.parameters.migrate_to_chat_id } };
    if (error instanceof HttpError) return { failure: { code: 0, text: "no answer of the Bot API", detail: String(error.error) } };
    throw error;
  }
}

async function download(stage, path) {
  const response = await fetch(new URL(`/file/bot${stage.token}/${path}`, stage.url));
  return response.ok ? { result: await response.text() } : { failure: { code: response.status } };
}

async function run(listed) {
  const stage = await post("/open", {});
  const variables = new Variables();
  const later = {};
  Object.assign(variables.values, stage.people);
  try {
    for (const [index, raw] of listed.steps.entries()) {
      const step = variables.fill(raw);
      let outcome;
      if (step.do) outcome = { result: await post("/do", { stage: stage.id, step }) };
      else if (step.download) outcome = await download(stage, step.download);
      else if (step.await) outcome = await later[step.await];
      else if (step.later) {
        later[step.later] = call(stage, step);
        continue;
      } else outcome = await call(stage, step);
      let wrong = null;
      if (step.fails) wrong = difference(step.fails, outcome.failure, "$failure");
      else if (outcome.failure) wrong = "failed with " + JSON.stringify(outcome.failure);
      else {
        variables.keep(raw.keep, outcome.result);
        if (step.gives !== undefined) wrong = difference(step.gives, outcome.result);
      }
      if (wrong) return `step ${index + 1}, ${JSON.stringify(step).slice(0, 200)}: ${wrong}`;
    }
    return null;
  } catch (error) {
    return String(error.stack ?? error);
  } finally {
    await post("/close", { stage: stage.id });
  }
}

// {"times": 3, "steps": […]} stands for those steps three times over.
const unrolled = (steps) => steps.flatMap((s) => (s.steps ? Array(s.times).fill(unrolled(s.steps)).flat() : [s]));

for (const file of readdirSync(folder).filter((f) => f.endsWith(".json")).sort())
  for (const listed of JSON.parse(readFileSync(join(folder, file), "utf8")))
    console.log(JSON.stringify({ name: listed.name, difference: await run({ ...listed, steps: unrolled(listed.steps) }) }));
process.exit(0);
