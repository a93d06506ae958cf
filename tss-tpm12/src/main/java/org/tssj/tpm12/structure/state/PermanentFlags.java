package org.tssj.tpm12.structure.state;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.Set;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;

/**
 * TPM_PERMANENT_FLAGS: what a TPM keeps without power. Asked for with {@code
 * Capability.PERMANENT_FLAGS}.
 *
 * @param flags those that are set; in the order of the specification
 * @see "TPM 1.2 Main, Part 2, 7.1 TPM_PERMANENT_FLAGS"
 */
public record PermanentFlags(Set<PermanentFlag> flags) {

  // Chips built to revisions before 103 answer without the last ones.
  private static final int LEAST_FLAGS = 15;

  /** TPM_PERMANENT_FLAGS: tag 0x001f, then an octet per flag. */
  public static final Codec<PermanentFlags> CODEC =
      struct(
          "TPM_PERMANENT_FLAGS",
          PermanentFlags::new,
          after(
              constant("tag", "001f"),
              field(
                  "flags", Codecs.flags(PermanentFlag.class, LEAST_FLAGS), PermanentFlags::flags)));

  /** Whether a flag is set. */
  public boolean has(PermanentFlag flag) {
    return flags.contains(flag);
  }
}
