package org.tssj.tpm20.command.upgrade;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_FieldUpgradeStart: begins a firmware upgrade.
 *
 * @param authorization TPM_RH_PLATFORM
 * @param keyHandle the loaded public key of the manufacturer
 * @param fuDigest digest of the first block
 * @param manifestSignature the manufacturer's signature over it
 * @see "TPM 2.0 Library, Part 3, 27.2 TPM2_FieldUpgradeStart"
 */
public record FieldUpgradeStart(
    Handle authorization, Handle keyHandle, Bytes fuDigest, Signature manifestSignature)
    implements Command<Empty> {

  /** TPM_CC_FieldUpgradeStart. */
  public static final CommandSpec<FieldUpgradeStart, Empty> SPEC =
      command(
          0x012f,
          struct(
              "TPM2_FieldUpgradeStart",
              FieldUpgradeStart::new,
              authorizedHandle("authorization", Role.ADMIN, RH_PLATFORM, FieldUpgradeStart::authorization),
              plainHandle("keyHandle", DH_OBJECT, FieldUpgradeStart::keyHandle),
              bytes16("fuDigest", 64, FieldUpgradeStart::fuDigest),
              field("manifestSignature", Signature.CODEC, FieldUpgradeStart::manifestSignature)),
          Empty.CODEC);

  @Override
  public CommandSpec<FieldUpgradeStart, Empty> spec() {
    return SPEC;
  }
}
