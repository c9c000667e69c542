import { withoutDashed } from '../customer/person-number';
import { limits } from '../limits';

// Controls, bidi marks and embeddings, zero-width characters, line separators and lone surrogates.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/**
 * The name of an uploaded file as it may be shown and stored: its last path segment without control and bidi
 * characters, social security numbers in it masked, at most `limits.fileNameChars` long with its ending kept, never empty, never `.` or `..`.
 */
export const safeFileName = (raw: string): string => {
  const segment = withoutDashed(raw.replace(invisible, '').split(/[/\\]/).pop()!.trim());
  if (segment === '' || /^\.+$/.test(segment)) return 'file';
  if (segment.length <= limits.fileNameChars) return segment;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(segment)?.[0] ?? '';
  // A cut must not leave half a character behind.
  const start = segment.slice(0, limits.fileNameChars - ending.length).replace(/[\uD800-\uDBFF]$/, '');
  return start + ending;
};
