/**
 * One API over both TPM families: open, measure, own, quote.
 *
 * <p>Where a family can do more, its own module is the way: {@code Tpm.tpm20()} and {@code
 * Tpm.tpm12()} lead there.
 */
module org.tssj.tpm {
  requires transitive org.tssj.attest;
  requires transitive org.tssj.core;
  requires transitive org.tssj.tpm12;
  requires transitive org.tssj.tpm20;
  requires org.slf4j;
  requires org.tssj.transport;
  requires static org.jspecify;

  exports org.tssj.tpm;
}
