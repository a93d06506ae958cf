package org.tssj.transport.rm;

/**
 * TPMA_CC: what a TPM says about the shape of one of its commands.
 *
 * @param handles how many handles stand at its start, 0 to 7
 * @param returnsHandle whether its answer starts with one
 * @param flushes whether what its handles name is gone when it has succeeded
 * @param extensive whether it may flush anything
 * @see "TPM 2.0 Library, Part 2, 8.9 TPMA_CC"
 */
record CommandShape(int handles, boolean returnsHandle, boolean flushes, boolean extensive) {

  /** Of a command that the TPM does not list: nothing is known, and it will be refused. */
  static final CommandShape NONE = new CommandShape(0, false, false, false);

  /** From the 32 bits of the attribute. */
  static CommandShape of(int attributes) {
    return new CommandShape(
        attributes >>> 25 & 7,
        (attributes & 1 << 28) != 0,
        (attributes & 1 << 24) != 0,
        (attributes & 1 << 23) != 0);
  }

  /** The command code those attributes belong to: the index, and the bit of a vendor's command. */
  static int codeOf(int attributes) {
    return attributes & 0x2000ffff;
  }
}
