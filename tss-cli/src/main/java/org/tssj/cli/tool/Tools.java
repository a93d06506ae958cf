package org.tssj.cli.tool;

import java.util.List;
import java.util.Optional;
import org.tssj.cli.environment.ControllingTerminal;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.tool.data.ExtendPcrTool;
import org.tssj.cli.tool.data.SealDataTool;
import org.tssj.cli.tool.data.UnsealDataTool;
import org.tssj.cli.tool.management.ChangeOwnerAuthTool;
import org.tssj.cli.tool.management.ClearTool;
import org.tssj.cli.tool.management.CreateEkTool;
import org.tssj.cli.tool.management.GetPubekTool;
import org.tssj.cli.tool.management.ResetDaLockTool;
import org.tssj.cli.tool.management.RestrictPubekTool;
import org.tssj.cli.tool.management.RestrictSrkTool;
import org.tssj.cli.tool.management.RevokeEkTool;
import org.tssj.cli.tool.management.SelfTestTool;
import org.tssj.cli.tool.management.SetActiveTool;
import org.tssj.cli.tool.management.SetClearableTool;
import org.tssj.cli.tool.management.SetEnableTool;
import org.tssj.cli.tool.management.SetOperatorAuthTool;
import org.tssj.cli.tool.management.SetOwnableTool;
import org.tssj.cli.tool.management.SetPresenceTool;
import org.tssj.cli.tool.management.TakeOwnershipTool;
import org.tssj.cli.tool.management.VersionTool;
import org.tssj.cli.tool.nv.NvDefineTool;
import org.tssj.cli.tool.nv.NvInfoTool;
import org.tssj.cli.tool.nv.NvReadTool;
import org.tssj.cli.tool.nv.NvReleaseTool;
import org.tssj.cli.tool.nv.NvWriteTool;
import org.tssj.cli.tool.quote.GetPcrHashTool;
import org.tssj.cli.tool.quote.GetQuoteTool;
import org.tssj.cli.tool.quote.LoadKeyTool;
import org.tssj.cli.tool.quote.MakeAikTool;
import org.tssj.cli.tool.quote.MakeUuidTool;
import org.tssj.cli.tool.quote.UnloadKeyTool;
import org.tssj.cli.tool.quote.UpdatePcrHashTool;
import org.tssj.cli.tool.quote.VerifyQuoteTool;

/** The old names, and the tool behind each. */
public final class Tools {

  private static final String PREFIX = "tpm_";

  private Tools() {}

  /** Prints the old names, one a line, for whoever makes the links. */
  public static void main(String[] args) {
    names().forEach(System.out::println);
  }

  /** Every old name, in the order of the documentation. */
  public static List<String> names() {
    return List.of(
        "tpm_version",
        "tpm_selftest",
        "tpm_getpubek",
        "tpm_createek",
        "tpm_revokeek",
        "tpm_takeownership",
        "tpm_clear",
        "tpm_changeownerauth",
        "tpm_restrictpubek",
        "tpm_restrictsrk",
        "tpm_setownable",
        "tpm_setenable",
        "tpm_setactive",
        "tpm_setclearable",
        "tpm_setpresence",
        "tpm_setoperatorauth",
        "tpm_resetdalock",
        "tpm_nvdefine",
        "tpm_nvrelease",
        "tpm_nvread",
        "tpm_nvwrite",
        "tpm_nvinfo",
        "tpm_sealdata",
        "tpm_unsealdata",
        "tpm_extendpcr",
        "tpm_mkuuid",
        "tpm_mkaik",
        "tpm_loadkey",
        "tpm_unloadkey",
        "tpm_getpcrhash",
        "tpm_updatepcrhash",
        "tpm_getquote",
        "tpm_verifyquote");
  }

  /** The tool of a name; no other is loaded. */
  public static Optional<Tool> named(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "tpm_version" -> new VersionTool();
          case "tpm_selftest" -> new SelfTestTool();
          case "tpm_getpubek" -> new GetPubekTool();
          case "tpm_createek" -> new CreateEkTool();
          case "tpm_revokeek" -> new RevokeEkTool();
          case "tpm_takeownership" -> new TakeOwnershipTool();
          case "tpm_clear" -> new ClearTool();
          case "tpm_changeownerauth" -> new ChangeOwnerAuthTool();
          case "tpm_restrictpubek" -> new RestrictPubekTool();
          case "tpm_restrictsrk" -> new RestrictSrkTool();
          case "tpm_setownable" -> new SetOwnableTool();
          case "tpm_setenable" -> new SetEnableTool();
          case "tpm_setactive" -> new SetActiveTool();
          case "tpm_setclearable" -> new SetClearableTool();
          case "tpm_setpresence" -> new SetPresenceTool();
          case "tpm_setoperatorauth" -> new SetOperatorAuthTool();
          case "tpm_resetdalock" -> new ResetDaLockTool();
          case "tpm_nvdefine" -> new NvDefineTool();
          case "tpm_nvrelease" -> new NvReleaseTool();
          case "tpm_nvread" -> new NvReadTool();
          case "tpm_nvwrite" -> new NvWriteTool();
          case "tpm_nvinfo" -> new NvInfoTool();
          case "tpm_sealdata" -> new SealDataTool();
          case "tpm_unsealdata" -> new UnsealDataTool();
          case "tpm_extendpcr" -> new ExtendPcrTool();
          case "tpm_mkuuid" -> new MakeUuidTool();
          case "tpm_mkaik" -> new MakeAikTool();
          case "tpm_loadkey" -> new LoadKeyTool();
          case "tpm_unloadkey" -> new UnloadKeyTool();
          case "tpm_getpcrhash" -> new GetPcrHashTool();
          case "tpm_updatepcrhash" -> new UpdatePcrHashTool();
          case "tpm_getquote" -> new GetQuoteTool();
          case "tpm_verifyquote" -> new VerifyQuoteTool();
          default -> null;
        });
  }

  /** Whether a program of this name is one of the old tools, and not {@code tpm}. */
  public static boolean isOldName(String program) {
    return program.startsWith(PREFIX);
  }

  /**
   * Runs the tool of a name.
   *
   * @return its exit code
   */
  public static int run(Environment machine, String name, String... args) {
    Optional<Tool> tool = named(name);
    if (tool.isEmpty()) {
      machine
          .err()
          .println(name + ": there is no such tool; there are " + String.join(", ", names()));
      return Tool.FAILED;
    }
    return tool.get().run(machine, name, List.of(args));
  }

  /** This process' machine, where passwords are asked for on the terminal itself. */
  public static Environment machine() {
    Environment machine = Environment.ofProcess();
    return new Environment(
        machine.variables(),
        machine.exists(),
        machine.operatingSystem(),
        machine.in(),
        machine.out(),
        machine.err(),
        machine.isWindows() ? machine.terminal() : new ControllingTerminal());
  }
}
