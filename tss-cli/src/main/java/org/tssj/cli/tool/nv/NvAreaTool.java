package org.tssj.cli.tool.nv;

import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Option.Value;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;

/** What reading and writing an NV area share: one password, whose it is the area's matter. */
abstract class NvAreaTool extends NvTool {

  static final Option PASSWORD =
      new Option(
          'p',
          "password",
          Value.OPTIONAL,
          "",
          "Owner or NVRAM area password depending on permissions");

  NvAreaTool(Option... own) {
    super(own);
  }

  /** The password, if one was given or asked for: 20 octets, for the caller to close. */
  static Optional<AuthValue> password(Call call) {
    return secret(call, PASSWORD, Option.WELL_KNOWN, "Enter NVRAM access password: ", false);
  }

  /**
   * The area as everybody may see it.
   *
   * @param complaint what is said where there is none
   */
  static NvDataPublic area(Call call, Tspi tspi, NvIndex index, String complaint) {
    try {
      return tspi.call("Tspi_TPM_GetCapability", () -> tspi.tpm().nv().area(index));
    } catch (ToolFailure said) {
      throw refused(call, complaint);
    }
  }

  /**
   * In whose name trousers does it: the owner's where the area wants that, else with the area's
   * secret where it wants one, else in nobody's; without a password always in nobody's.
   */
  static NvAccess access(
      NvDataPublic area, Optional<AuthValue> password, NvAttributes owner, NvAttributes auth) {
    if (password.isPresent() && area.permission().has(owner)) {
      return NvAccess.owner(password.get());
    }
    return password.isPresent() && area.permission().has(auth)
        ? NvAccess.area(password.get())
        : NvAccess.ANYBODY;
  }
}
