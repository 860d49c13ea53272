import { startThread } from "../../app/run/write/threads/start-thread";
import type { Commands } from "../cli/commands";

/** Each command loads what it needs when it is called. */
export const commands: Commands = {
  run: async (invocation) => {
    // It loads what it needs beside this one.
    const thread = startThread(invocation.place.table === undefined ? "images" : undefined);
    try {
      return await (await import("./run")).run(invocation, thread);
    } finally {
      await thread.terminate();
    }
  },
  work: async (invocation) => (await import("./work")).work(invocation),
  count: async (invocation) => (await import("./count")).count(invocation),
  preview: async (invocation) => (await import("./preview")).preview(invocation),
  status: async (invocation) => (await import("./status")).status(invocation),
  verify: async (invocation) => (await import("./verify")).verify(invocation),
  stop: async (invocation) => (await import("./stop")).stop(invocation),
  page: async (invocation) => (await import("./page")).page(invocation),
  explain: async (invocation) => (await import("./explain")).explain(invocation),
  plan: async (invocation) => (await import("./plan")).plan(invocation),
  queries: async (invocation) => (await import("./queries")).queries(invocation),
  report: async (invocation) => (await import("./report")).report(invocation),
  ddl: async (invocation) => (await import("./ddl")).ddl(invocation),
  dev: async (invocation) => (await import("./dev")).dev(invocation),
};
