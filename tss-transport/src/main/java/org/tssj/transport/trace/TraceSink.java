package org.tssj.transport.trace;

import java.io.IOException;

/** Where the entries of one trace go, in one format. */
interface TraceSink extends AutoCloseable {

  void add(TraceEntry entry) throws IOException;

  @Override
  void close() throws IOException;
}
