/** The program tpm. Users of the library have no use for it: it exports nothing. */
module org.tssj.cli {
  requires com.fasterxml.jackson.core;
  requires info.picocli;
  requires org.tssj.attest;
  requires org.tssj.tpm;
  requires org.tssj.transport;
  requires static org.jspecify;

  // Options are fields that picocli finds and fills.
  opens org.tssj.cli.command to
      info.picocli;
}
