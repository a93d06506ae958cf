/**
 * The plugs: command bytes to a TPM somewhere and response bytes back.
 *
 * <p>Nobody names a plug's class: a connection string and {@code Transports.open} find it. What is
 * exported is what a program needs beside that: a real swtpm of its own, and its control channel.
 */
module org.tssj.transport {
  requires transitive org.tssj.core;
  requires static org.jspecify;
  requires com.sun.jna;
  // Brings TCP_QUICKACK, where the system has it.
  requires jdk.net;
  requires org.slf4j;

  exports org.tssj.transport.mssim;
  exports org.tssj.transport.rm;
  exports org.tssj.transport.swtpm;
  exports org.tssj.transport.tcsd;
  exports org.tssj.transport.trace;

  // JNA calls back into the TPM's storage and reads the native declarations by reflection.
  opens org.tssj.transport.libtpms to
      com.sun.jna;
  opens org.tssj.transport.device to
      com.sun.jna;
  opens org.tssj.transport.tbs to
      com.sun.jna;

  provides org.tssj.core.transport.TpmTransportProvider with
      org.tssj.transport.cmd.CmdProvider,
      org.tssj.transport.device.DeviceProvider,
      org.tssj.transport.libtpms.LibtpmsProvider,
      org.tssj.transport.mssim.MssimProvider,
      org.tssj.transport.rm.RmProvider,
      org.tssj.transport.swtpm.SwtpmProvider,
      org.tssj.transport.tbs.TbsProvider,
      org.tssj.transport.tcsd.TcsdProvider,
      org.tssj.transport.trace.ReplayProvider,
      org.tssj.transport.trace.TraceProvider;
}
