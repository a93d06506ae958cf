package org.tssj.tpm20.command.pcr;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_PCR;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import java.util.List;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PCR_Extend: replaces a PCR by the hash of its value and a digest, in each bank that is
 * named.
 *
 * @param pcrHandle the PCR, or TPM_RH_NULL to do nothing
 * @param digests one digest for each bank to be extended; banks not named stay as they are
 * @see "TPM 2.0 Library, Part 3, 22.2 TPM2_PCR_Extend"
 */
public record PcrExtend(Handle pcrHandle, List<HashValue> digests) implements Command<Empty> {

  /** TPM_CC_PCR_Extend. */
  public static final CommandSpec<PcrExtend, Empty> SPEC =
      command(
          0x0182,
          struct(
              "TPM2_PCR_Extend",
              PcrExtend::new,
              authorizedHandle("pcrHandle", Role.USER, DH_PCR.or(Handle.NULL), PcrExtend::pcrHandle),
              list("digests", 16, HashValue.CODEC, PcrExtend::digests)),
          Empty.CODEC);

  public PcrExtend {
    digests = List.copyOf(digests);
  }

  @Override
  public CommandSpec<PcrExtend, Empty> spec() {
    return SPEC;
  }
}
