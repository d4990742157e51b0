// What a service message says, and what a message is in one line.
import { state } from './state.js';
import { word } from './words.js';

export function service(message) {
  if (message.new_chat_members) return word('joined', { name: message.new_chat_members.map((u) => u.first_name).join(', ') });
  if (message.left_chat_member) return word('left', { name: message.left_chat_member.first_name });
  if (message.channel_chat_created) return word('created_channel');
  if (message.group_chat_created || message.supergroup_chat_created) return word('created');
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return word('became');
  if (message.forum_topic_created) return word('topic', { name: message.forum_topic_created.name });
  return null;
}

export function oneLine(message) {
  const kind = message.photo ? word('photo') : message.voice ? word('voice') : message.sticker ? message.sticker.emoji ?? word('sticker') : message.document ? message.document.file_name ?? word('file') : '';
  const text = (message.text ?? message.caption ?? '').replace(/\s+/g, ' ').slice(0, 160);
  return service(message) ?? [kind, text].filter(Boolean).join(', ');
}

/** What a chat is called and whose face it bears: a private one is the bot's. */
export const nameOf = (chat) => (chat.type === 'private' ? state.bot?.name : null) ?? chat.title;
export const faceOf = (chat) => (chat.type === 'private' ? state.bot?.id ?? 0 : chat.id);

/** Who speaks: a channel speaks for itself. */
export const senderId = (message) => message.sender_chat?.id ?? message.from?.id ?? message.chat.id;

export const senderName = (message) =>
  message.from?.id === state.viewer ? word('you') : message.sender_chat?.title ?? message.from?.first_name ?? message.chat.title ?? '';
