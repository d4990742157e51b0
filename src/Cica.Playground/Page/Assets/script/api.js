// What people do, told to the playground. What came of it arrives with the events.
import { state } from './state.js';
import { toast } from './notes.js';
import { word } from './words.js';

export async function tell(deed, details = {}) {
  let answer;
  try {
    const response = await fetch(`api/${deed}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person: state.viewer, place: state.place?.id ?? 0, topic: state.topic || undefined, ...details }),
    });
    answer = await response.json();
  } catch {
    answer = { error: 'offline' };
  }
  if (!answer.error) return answer;
  toast(word({ timeout: 'no_answer', offline: 'offline' }[answer.error] ?? 'impossible'));
  return null;
}

export async function upload(file, caption) {
  const query = new URLSearchParams({ person: state.viewer, place: state.place.id, topic: state.topic, name: file.name, caption });
  const response = await fetch(`api/upload?${query}`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file }).catch(() => null);
  if (!response?.ok) toast(word(response ? 'impossible' : 'offline'));
}

export const fileUrl = (id) => `api/files/${encodeURIComponent(id)}`;
