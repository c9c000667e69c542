import type { Refusal } from './refusals';

/**
 * Contract B takes its inputs as `?inputs=<JSON>` or in the body: the body to read, as if they had come in it.
 * @param query the parameter, or null where there is none
 */
export function chooseInputs(
  query: string | null,
  body: Uint8Array,
): { ok: true; body: Uint8Array } | { ok: false; refusal: Refusal } {
  if (query === null) return { ok: true, body };
  if (body.byteLength > 0) {
    const detail = 'The inputs stand in the query and there is a body too. Send one of them. Nothing was written.';
    return { ok: false, refusal: { code: 'does_not_fit', detail } };
  }
  return { ok: true, body: Buffer.from(`{"inputs":${query}}`) };
}
