package org.tssj.tpm12.command.capability;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.capability.SetArea;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.StclearFlag;

/**
 * TPM_SetCapability: changes a flag or a value by its name.
 *
 * @param capArea what kind of flag or value
 * @param subCap which flag or value, mostly four octets
 * @param setValue its new value, one octet for a flag
 * @see "TPM 1.2 Main, Part 3, 7.2 TPM_SetCapability"
 */
public record SetCapability(SetArea capArea, Bytes subCap, Bytes setValue)
    implements Command<Empty> {

  /** TPM_ORD_SetCapability: ownerAuth, or none where presence or locality is asked for. */
  public static final CommandSpec<SetCapability, Empty> SPEC =
      command(
          0x3f,
          struct(
              "TPM_SetCapability",
              SetCapability::new,
              field("capArea", SetArea.CODEC, SetCapability::capArea),
              bytes32("subCap", SetCapability::subCap),
              bytes32("setValue", SetCapability::setValue)),
          Empty.CODEC,
          optional("ownerAuth"));

  /** The command that changes a permanent flag; most want the owner, some presence. */
  public static SetCapability of(PermanentFlag flag, boolean value) {
    return of(SetArea.PERM_FLAGS, flag.number(), Codecs.BOOL.encode(value));
  }

  /** The command that changes a flag until the next TPM_Startup(ST_CLEAR). */
  public static SetCapability of(StclearFlag flag, boolean value) {
    return of(SetArea.STCLEAR_FLAGS, flag.number(), Codecs.BOOL.encode(value));
  }

  /**
   * The command that changes one value.
   *
   * @param area what kind
   * @param number which of them, TPM_PF_, TPM_PD_, TPM_SF_, TPM_SD_, TPM_AF_, TPM_AD_
   * @param value its octets
   */
  public static SetCapability of(SetArea area, int number, Bytes value) {
    return new SetCapability(area, Codecs.U32.encode(Integer.toUnsignedLong(number)), value);
  }

  @Override
  public CommandSpec<SetCapability, Empty> spec() {
    return SPEC;
  }
}
