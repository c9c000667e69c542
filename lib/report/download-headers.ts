/**
 * Headers of a download. The name goes as RFC 6266 says: an ASCII form, and the real one percent-encoded
 * (RFC 8187), so that no file name can break out of the header.
 */
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

export function downloadHeaders(fileName: string, type: keyof typeof types = 'csv'): Record<string, string> {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return {
    'content-type': types[type],
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  };
}
