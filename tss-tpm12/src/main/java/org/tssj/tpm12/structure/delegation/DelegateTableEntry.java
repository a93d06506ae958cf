package org.tssj.tpm12.structure.delegation;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPM_DELEGATE_TABLE row: a row of the delegation table, as it is read: without its secret.
 *
 * @param index the row's number
 * @param pub what is delegated
 * @see "TPM 1.2 Main, Part 2, 20.11 TPM_DELEGATE_TABLE row"
 */
public record DelegateTableEntry(long index, DelegatePublic pub) {

  /** TPM_DELEGATE_TABLE row: index, TPM_DELEGATE_PUBLIC. */
  public static final Codec<DelegateTableEntry> CODEC =
      struct(
          "TPM_DELEGATE_TABLE row",
          DelegateTableEntry::new,
          u32("index", DelegateTableEntry::index),
          field("pub", DelegatePublic.CODEC, DelegateTableEntry::pub));
}
