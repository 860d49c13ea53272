import type { WriterName } from "../request/request-options";
import { NativeEncoder } from "./native/native-encoder";
import { JsonEncoder } from "./olap/json-encoder";
import type { Writer } from "./writer";

/** The writers by name. Loading them loads no client: threads only encode. */
export const WRITERS: Readonly<Record<WriterName, Writer>> = {
  olap: {
    encoder: (model) => new JsonEncoder(model),
    open: async (...to) => (await import("./olap/olap-writer")).openOlapWriter(...to),
  },
  native: {
    encoder: (model) => new NativeEncoder(model),
    open: async (connection, table, _model, settings) =>
      (await import("./native/native-writer")).openNativeWriter(connection, table, settings),
  },
};
