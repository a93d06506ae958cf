package org.tssj.tpm12.command.auth;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.EncAuthField.encAuth;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.handle.EntityType;

/**
 * TPM_ChangeAuthOwner: gives the owner or the storage root key another secret.
 *
 * @param protocolId TPM_PID_ADCP
 * @param newAuth the new secret, 20 octets
 * @param entityType TPM_ET_OWNER or TPM_ET_SRK
 * @see "TPM 1.2 Main, Part 3, 17.2 TPM_ChangeAuthOwner"
 */
public record ChangeAuthOwner(ProtocolId protocolId, AuthValue newAuth, EntityType entityType)
    implements Command<Empty> {

  /** TPM_ORD_ChangeAuthOwner: ownerAuth by OSAP. */
  public static final CommandSpec<ChangeAuthOwner, Empty> SPEC =
      command(
          0x10,
          struct(
              "TPM_ChangeAuthOwner",
              ChangeAuthOwner::new,
              field("protocolID", ProtocolId.CODEC, ChangeAuthOwner::protocolId),
              encAuth("newAuth", "ownerAuth", ChangeAuthOwner::newAuth),
              field("entityType", EntityType.CODEC, ChangeAuthOwner::entityType)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<ChangeAuthOwner, Empty> spec() {
    return SPEC;
  }
}
