package org.tssj.tpm12.structure.state;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.Set;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;

/**
 * TPM_STCLEAR_FLAGS: what a TPM keeps until the next TPM_Startup(ST_CLEAR). Asked for with {@code
 * Capability.STCLEAR_FLAGS}.
 *
 * @param flags those that are set; in the order of the specification
 * @see "TPM 1.2 Main, Part 2, 7.2 TPM_STCLEAR_FLAGS"
 */
public record StclearFlags(Set<StclearFlag> flags) {

  private static final int LEAST_FLAGS = 4;

  /** TPM_STCLEAR_FLAGS: tag 0x0020, then an octet per flag. */
  public static final Codec<StclearFlags> CODEC =
      struct(
          "TPM_STCLEAR_FLAGS",
          StclearFlags::new,
          after(
              constant("tag", "0020"),
              field("flags", Codecs.flags(StclearFlag.class, LEAST_FLAGS), StclearFlags::flags)));

  /** Whether a flag is set. */
  public boolean has(StclearFlag flag) {
    return flags.contains(flag);
  }
}
