package org.tssj.cli.tool.management;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.Presence;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.StclearFlag;

/**
 * {@code tpm_setpresence}: says that somebody stands before the machine, and in which ways that may
 * be said. tcsd refuses to pass it on unless the machine is in single-user mode; straight on a TPM
 * it works.
 */
public final class SetPresenceTool extends TpmTool {

  private static final Option STATUS =
      Option.flag('s', "status", "Report current physical presence states.");
  private static final Option ASSERT = Option.flag('a', "assert", "Assert that admin is present.");
  private static final Option CLEAR =
      Option.flag('c', "clear", "Clear assertion of admin presence.");
  private static final Option LOCK =
      inFull("lock", "Lock TPM presence assertion into specified state.");
  private static final Option ENABLE_CMD =
      inFull("enable-cmd", "Allow TPM to accept Physical Presence Command.");
  private static final Option DISABLE_CMD =
      inFull("disable-cmd", "Disallow TPM to accept Physical Presence Command.");
  private static final Option ENABLE_HW =
      inFull("enable-hw", "Allow TPM to accept Hardware Physical Presence.");
  private static final Option DISABLE_HW =
      inFull("disable-hw", "Disallow TPM to accept Hardware Physical Presence.");
  private static final Option LIFETIME_LOCK =
      inFull(
          "set-lifetime-lock",
          """
          Prevent further modification of TPM Physical Presence
          \t\tCommand and Hardware Enablement states.
          \t\tTHIS ACTION IS PERMANENT AND CAN NEVER BE UNDONE.\
          """);
  private static final Option YES =
      Option.flag(
          'y',
          "yes",
          """
          Automatically respond yes to all prompts.  Only use
          \t\tthis if you are sure of the current state and don't want
          \t\tany textra checking done before setting the lifetime lock\
          """);
  private static final Option WELL_KNOWN =
      Option.flag(
          'z',
          "well-known",
          "Use 20 bytes of zeros (TSS_WELL_KNOWN_SECRET) as the TPM secret authorization data.");

  private static final String FOR_EVER = "Lifetime Lock";

  /** The tool. */
  public SetPresenceTool() {
    super(
        Option.UNICODE,
        STATUS,
        ASSERT,
        CLEAR,
        LOCK,
        ENABLE_CMD,
        DISABLE_CMD,
        ENABLE_HW,
        DISABLE_HW,
        LIFETIME_LOCK,
        YES,
        WELL_KNOWN);
  }

  private static Option inFull(String name, String help) {
    return Option.flag(Option.NO_LETTER, name, help);
  }

  /** What is to be changed, how the messages call it, and how it is done. */
  private record Change(String name, boolean value, Way way) {}

  private interface Way {
    void take(Presence presence) throws IOException;
  }

  @Override
  protected void run(Call call) throws IOException {
    List<Change> changes = changes(call);
    try (Tspi tspi = call.connect()) {
      if (call.has(STATUS) || changes.isEmpty()) {
        status(call, tspi);
      } else {
        for (Change change : changes) {
          carryOut(call, tspi, change);
        }
      }
      call.succeeded();
    }
  }

  /** In the order in which one may depend on the other. */
  private static List<Change> changes(Call call) {
    List<Change> changes = new ArrayList<>();
    pair(call, ENABLE_CMD, DISABLE_CMD)
        .ifPresent(on -> changes.add(new Change("Command Enable", on, p -> p.enableCommand(on))));
    pair(call, ENABLE_HW, DISABLE_HW)
        .ifPresent(on -> changes.add(new Change("Hardware Enable", on, p -> p.enableHardware(on))));
    if (call.has(LIFETIME_LOCK)) {
      changes.add(new Change(FOR_EVER, true, SetPresenceTool::lockForEver));
    }
    pair(call, ASSERT, CLEAR)
        .ifPresent(
            on ->
                changes.add(
                    new Change("Physical Presence", on, on ? Presence::say : Presence::takeBack)));
    if (call.has(LOCK)) {
      changes.add(new Change("Lock", true, Presence::lock));
    }
    return changes;
  }

  /** As it is now, for ever. */
  private static void lockForEver(Presence presence) throws IOException {
    Presence.State now = presence.state();
    presence.lockForEver(now.commandEnabled(), now.hardwareEnabled());
  }

  private static Optional<Boolean> pair(Call call, Option on, Option off) {
    return call.arguments().lastOf(on, off).map(on::equals);
  }

  private static void carryOut(Call call, Tspi tspi, Change change) throws IOException {
    call.output().inform("Requested to Change " + change.name() + " to " + change.value() + "\n");
    if (change.name().equals(FOR_EVER) && !call.has(YES) && !isConfirmed(call, tspi)) {
      return;
    }
    try {
      tspi.deed("Tspi_TPM_SetStatus", () -> change.way().take(tspi.tpm().presence()));
    } catch (ToolFailure e) {
      call.output().complain("Change to " + change.name() + " Failed\n");
      throw e;
    }
    call.output().inform("Change to " + change.name() + " Successful\n");
  }

  private static void status(Call call, Tspi tspi) {
    call.output().inform("Checking current status: \n");
    try (AuthValue owner = call.secret(WELL_KNOWN, "Enter owner password: ")) {
      call.output().say("Physical Presence Status:\n");
      OwnerFlags flags = OwnerFlags.ask(tspi, owner);
      call.output()
          .say(
              line("Command Enable", flags.has(PermanentFlag.PHYSICAL_PRESENCE_CMD_ENABLE))
                  + line("Hardware Enable", flags.has(PermanentFlag.PHYSICAL_PRESENCE_HW_ENABLE))
                  + line("Lifetime Lock", flags.has(PermanentFlag.PHYSICAL_PRESENCE_LIFETIME_LOCK))
                  + line("Physical Presence", flags.has(StclearFlag.PHYSICAL_PRESENCE))
                  + line("Lock", flags.has(StclearFlag.PHYSICAL_PRESENCE_LOCK)));
    }
  }

  private static String line(String name, boolean value) {
    return "\t" + name + ": " + value + "\n";
  }

  private static boolean isConfirmed(Call call, Tspi tspi) throws IOException {
    Presence.State now = tspi.call("Tspi_TPM_GetStatus", () -> tspi.tpm().presence().state());
    call.output()
        .say(
            "Current State:\n"
                + line("Command Enable", now.commandEnabled())
                + line("Hardware Enable", now.hardwareEnabled())
                + "These will be the permanent values if you choose to proceed.\n"
                + "This command cannot be undone.  Are you sure you want to continue?[y/N]\n");
    boolean yes = call.passwords().answer().equals("y");
    call.output()
        .say(
            yes
                ? "Setting the lifetime lock was confirmed.\nContinuing.\n"
                : "Continuing to set the lifetime lock was declined.\nAction canceled.\n");
    return yes;
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 has its platform hierarchy for that";
  }
}
