/**
 * Loaded into the web server before its own code: Node cuts a request that takes longer than five minutes, and 512 MB
 * take longer on many lines. Headers still have to come within a minute.
 */
const http = require('node:http');

const hours = 3_600_000;
const { createServer } = http;
http.createServer = (...given) => Object.assign(createServer(...given), { requestTimeout: 2 * hours });
