/* A server of small feeds for every address of this machine; tells its port, and how many feeds it gave. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let feeds = 0;
const server = createServer((request, response) => {
  if (request.url !== '/feed') return void response.writeHead(404).end();
  feeds += 1;
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' });
  response.end(
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title><link>/</link><description>News</description></channel></rss>',
  );
});
// As long as servers of publishers keep them (nginx).
server.keepAliveTimeout = 75_000;
server.listen(0, '0.0.0.0', () => {
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  process.send?.({ port });
});
let sockets = 0;
server.on('connection', (socket) => {
  sockets += 1;
  socket.on('close', () => {
    sockets -= 1;
  });
});
process.on('message', () => process.send?.({ feeds, sockets }));
process.on('disconnect', () => process.exit(0));
