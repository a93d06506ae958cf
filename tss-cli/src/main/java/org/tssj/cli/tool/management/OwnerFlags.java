package org.tssj.cli.tool.management;

import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.capability.GetCapabilityOwner;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.StclearFlag;

/**
 * What {@code --status} of the tools shows. A TPM 1.2 tells its flags to everybody; the tools of
 * before ask as its owner, and so a wrong password is a failure here too.
 *
 * @param permanent bit n is flag n + 1 of TPM_PERMANENT_FLAGS
 * @param untilStart the same of TPM_STCLEAR_FLAGS
 */
record OwnerFlags(long permanent, long untilStart) {

  static OwnerFlags ask(Tspi tspi, AuthValue ownerAuth) {
    GetCapabilityOwner.Response answer =
        tspi.call(
            "Tspi_TPM_GetStatus",
            () -> tspi.tpm().execute(new GetCapabilityOwner(), Authorization.oiap(ownerAuth)));
    return new OwnerFlags(answer.nonVolatileFlags(), answer.volatileFlags());
  }

  boolean has(PermanentFlag flag) {
    return isSet(permanent, flag.number());
  }

  boolean has(StclearFlag flag) {
    return isSet(untilStart, flag.number());
  }

  private static boolean isSet(long bits, int number) {
    return (bits >> (number - 1) & 1) == 1;
  }
}
