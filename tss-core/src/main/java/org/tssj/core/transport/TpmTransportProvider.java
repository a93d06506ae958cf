package org.tssj.core.transport;

import java.io.IOException;

/**
 * Opens the transports of one scheme. Found as a service: declare it with {@code provides} in
 * module-info <b>and</b> in {@code META-INF/services}, so that it is found on the class path too.
 */
public interface TpmTransportProvider {

  /** The word before the colon of the connection strings it takes, lower case. */
  String scheme();

  /** One line that shows how to write such a connection string, for error messages and help. */
  String usage();

  /**
   * Opens a transport.
   *
   * @param spec a connection string of this provider's scheme
   * @throws TpmTransportException if the TPM cannot be reached; the message says what to do
   * @throws IllegalArgumentException if the string has a key or value this scheme does not know
   */
  TpmTransport open(ConnectionString spec) throws IOException;
}
