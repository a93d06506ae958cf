/**
 * A software TPM of its own for each JUnit test.
 *
 * <p>Gives software TPMs only: no test that uses it can reach a TPM that somebody depends on.
 */
module org.tssj.junit {
  requires transitive org.junit.jupiter.api;
  requires transitive org.tssj.core;
  requires transitive org.tssj.tpm;
  requires org.tssj.transport;
  requires static transitive org.jspecify;

  exports org.tssj.junit;
}
