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

var posted = [];
self.postMessage = function (message) {
  posted.push(message);
};

/** Delivers the messages one after the other, works until nothing is left to do and prints all that was posted. */
self.converse = function (messages) {
  for (;;) {
    while (waiting.length > 0) waiting.shift()();
    if (messages.length === 0) break;
    self.onmessage({ data: messages.shift() });
  }
  print(JSON.stringify(posted));
};
