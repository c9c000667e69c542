/**
 * For preloads of the web server: adds a header to a request, for what answers it.
 * @param {import('node:http').IncomingMessage} request
 * @param {string} name in small letters
 * @param {string} value
 */
module.exports = (request, name, value) => {
  request.headers[name] = value;
  request.headersDistinct[name] = [value];
  request.rawHeaders.push(name, value);
};
