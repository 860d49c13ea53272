"use strict";
// moose-lib loads its Kafka module on start. The real one needs a download or a compiler; nothing here
// streams.
class Kafka {
  constructor() {
    throw new Error(
      "This project replaces @514labs/kafka-javascript with a stub. To use streams, remove the override in package.json.",
    );
  }
}
module.exports = { KafkaJS: { Kafka } };
