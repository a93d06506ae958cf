/**
 * The alphabet and the plug: bytes to values and back, and the one verb by which a TPM is reached.
 *
 * <p>Knows no command of either TPM family, opens no device and no socket.
 */
module org.tssj.core {
  requires static org.jspecify;
  requires org.slf4j;

  exports org.tssj.core;
  exports org.tssj.core.transport;
  exports org.tssj.core.wire;

  uses org.tssj.core.transport.TpmTransportProvider;
}
