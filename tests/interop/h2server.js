// SPDX-License-Identifier: GPL-3.0-or-later
// node h2server.js CERTIFICATE KEY MODE: an HTTP/2 service that misbehaves with its second request. Prints its port,
// then a line for each request that arrived whole: "got N on CONNECTION".
'use strict';
const fs = require('fs');
const http2 = require('http2');
const zlib = require('zlib');

const [certificate, key, mode] = process.argv.slice(2);
const server = http2.createSecureServer({ cert: fs.readFileSync(certificate), key: fs.readFileSync(key) });
const answer = JSON.stringify({ Response: { RequestId: 'r' } });
let sessions = 0;
let requests = 0;

function respond(stream) {
  stream.respond({ ':status': 200, 'content-type': 'application/json' });
  stream.end(answer);
}

// Writes for as long as anybody takes it.
function flood(stream) {
  stream.respond({ ':status': 200, 'content-type': 'application/json' });
  const piece = Buffer.alloc(64 * 1024, 'x');
  const more = () => {
    while (!stream.destroyed && stream.write(piece)) {}
  };
  stream.on('drain', more);
  more();
}

const seconds = {
  good: respond,
  // What was sent is said to be unprocessed, and the connection ends.
  'goaway-unprocessed': (stream) => stream.session.goaway(0, 1),
  'goaway-error': (stream) => stream.session.destroy(undefined, http2.constants.NGHTTP2_ENHANCE_YOUR_CALM),
  refused: (stream) => stream.close(http2.constants.NGHTTP2_REFUSED_STREAM),
  broken: (stream) => stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR),
  cut: (stream) => stream.session.destroy(),
  silent: () => {},
  flood,
  drip: (stream) => {
    stream.respond({ ':status': 200 });
    const timer = setInterval(() => stream.write('x'), 20);
    stream.on('close', () => clearInterval(timer));
  },
  compressed: (stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/json', 'content-encoding': 'gzip' });
    stream.end(zlib.gzipSync(Buffer.alloc(50 * 1024 * 1024, ' ')));
  },
  redirect: (stream) => {
    stream.respond({ ':status': 307, location: 'https://127.0.0.1:9/' });
    stream.end();
  },
};

server.on('session', (session) => {
  session.number = ++sessions;
  session.on('error', () => {});
});
server.on('stream', (stream) => {
  stream.on('error', () => {});
  stream.resume();
  stream.on('end', () => {
    console.log(`got ${++requests} on ${stream.session ? stream.session.number : 0}`);
    if (requests === 2) {
      seconds[mode](stream);
    } else {
      respond(stream);
      if (requests === 1 && mode === 'idle-goaway') {
        stream.on('close', () => stream.session && stream.session.goaway(0));
      } else if (requests === 1 && mode === 'idle-close') {
        stream.on('close', () => stream.session && stream.session.close());
      }
    }
  });
});
seconds['idle-goaway'] = respond;
seconds['idle-close'] = respond;
server.listen(0, 'localhost', () => console.log(`port ${server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();
