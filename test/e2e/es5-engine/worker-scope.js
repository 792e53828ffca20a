/* What a worker's scope offers beyond ECMAScript 5, for an engine that is nothing but an engine. Itself ECMAScript 5. */
/* eslint-disable-next-line @typescript-eslint/no-this-alias -- an engine has no other name for its global object. */
var self = this;
self.self = self;

var waiting = [];
self.setTimeout = function (task) {
  waiting.push(task);
  return waiting.length;
};
self.clearTimeout = function () {};

/* Duktape has them, Internet Explorer 11 does not. */
self.TextDecoder = undefined;
self.TextEncoder = undefined;

/** The worker's further files, each within a function, by name. */
self.files = {};
self.importScripts = function (address) {
  self.files[address.split('/').pop()]();
};

var posted = [];
self.postMessage = function (message) {
  if (message.answer instanceof Uint8Array) message.answer = [].slice.call(message.answer);
  posted.push(message);
};

function deliver(message) {
  if (message.task && message.task.bytes) message.task.bytes = new Uint8Array(message.task.bytes);
  self.onmessage({ data: message });
}

/** Delivers the messages one after the other, works until nothing is left to do and prints all that was posted. */
self.converse = function (messages) {
  for (;;) {
    while (waiting.length > 0) waiting.shift()();
    if (messages.length === 0) break;
    deliver(messages.shift());
  }
  print(JSON.stringify(posted));
};
