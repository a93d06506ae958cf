package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.simulator.tcsd.TcsdProcess;
import org.tssj.simulator.tpm12.GoldenFiles;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.structure.state.PresenceFlags;

/**
 * Two TPMs 1.2 that are one and the same at the start, for the old tools and for ours.
 *
 * <pre>{@code
 * try (Twins twins = Twins.owned(Way.TCSD, Tools.ours())) {
 *   twins.same("tpm_nvdefine", "-i", "0x20", "-s", "8", "-p", "OWNERWRITE", "-y");
 *   twins.same(Step.of("tpm_mkuuid", "@uuid").viewed("uuid", Bytes::length, "it is random"));
 * }
 * }</pre>
 *
 * <p>Being one TPM, they open each other's files: see {@link #exchange}. Starting takes a second or
 * so; a test class starts one pair and puts it back with {@link #restore}.
 */
final class Twins implements AutoCloseable {

  /**
   * What both were like at one moment.
   *
   * @param tpm one state for both
   * @param keyStore the keys that were registered
   */
  record Moment(TpmState tpm, Bytes keyStore) {}

  private final Side old;
  private final Side ours;

  private Twins(Side old, Side ours) {
    this.old = old;
    this.ours = ours;
  }

  /**
   * The TPM of the golden files: owner and storage root key have well-known secrets, an identity
   * key is registered, there is an NV area 0x10, nobody is kept from an NV area (nvLocked is not
   * set), somebody is present.
   *
   * @param way how ours reach theirs
   * @param tools ours
   */
  static Twins owned(Way way, Tools tools) throws IOException {
    Machine old = null;
    Machine young = null;
    boolean started = false;
    try {
      old = golden();
      young = way == Way.TCSD ? golden() : new BareMachine();
      Twins twins =
          new Twins(
              new Side(old, Folder.temporary("theirs"), Tools.installed()),
              new Side(young, Folder.temporary("ours"), tools));
      twins.restore(moment(old));
      started = true;
      return twins;
    } finally {
      if (!started) {
        for (Machine machine : Arrays.asList(young, old)) {
          if (machine != null) {
            machine.close();
          }
        }
      }
    }
  }

  private static Machine golden() throws IOException {
    try (Folder folder = Folder.temporary("golden")) {
      folder.write("system.data", GoldenFiles.read("system.data"));
      Path tpm = Files.createDirectory(folder.path().resolve("tpm"));
      Files.write(tpm.resolve("tpm-00.permall"), GoldenFiles.read("tpm-00.permall").toArray());
      return Machine.behind(TcsdProcess.startFrom(tpm, folder.path().resolve("system.data")));
    }
  }

  /** The same without an owner, enabled and active; no key is registered. */
  static Twins ownerless(Way way, Tools tools) throws IOException {
    Twins twins = owned(way, tools);
    twins.old.machine().direct(Twins::clear);
    Moment cleared = moment(twins.old.machine());
    twins.restore(new Moment(cleared.tpm(), Bytes.EMPTY));
    return twins;
  }

  private static void clear(Tpm12 tpm) throws IOException {
    tpm.execute(new ForceClear());
    cycle(tpm);
    if (tpm.enable().needsPowerCycle()) {
      cycle(tpm);
    }
  }

  private static void cycle(Tpm12 tpm) throws IOException {
    tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
    tpm.startUp();
    tpm.execute(new PhysicalPresence(PresenceFlags.CMD_ENABLE));
    tpm.execute(new PhysicalPresence(PresenceFlags.PRESENT));
  }

  /** What they are like now, as far as the old tools' side goes. */
  Moment moment() throws IOException {
    return moment(old.machine());
  }

  private static Moment moment(Machine machine) throws IOException {
    TpmState[] state = new TpmState[1];
    machine.direct(
        tpm -> state[0] = tpm.transport().ability(StateControl.class).orElseThrow().saveState());
    Path keys = machine.keyStore();
    return new Moment(
        state[0], Files.exists(keys) ? Bytes.wrap(Files.readAllBytes(keys)) : Bytes.EMPTY);
  }

  /** Puts both back: TPM, PCRs and registered keys. Files stay. */
  void restore(Moment moment) throws IOException {
    both(
        (machine, tpm) -> {
          tpm.transport().ability(StateControl.class).orElseThrow().restoreState(moment.tpm());
          Files.write(machine.keyStore(), moment.keyStore().toArray());
        });
  }

  /** Switches both off and on; somebody is present. */
  void powerCycle() throws IOException {
    both((machine, tpm) -> cycle(tpm));
  }

  /** Does the same to both, without any tool. */
  void both(TcsdProcess.Deed deed) throws IOException {
    both((machine, tpm) -> deed.on(tpm));
  }

  /** Does something to ours alone, without any tool. */
  void onOurs(TcsdProcess.Deed deed) throws IOException {
    ours.machine().direct(deed);
  }

  private interface MachineDeed {
    void on(Machine machine, Tpm12 tpm) throws IOException;
  }

  private void both(MachineDeed deed) throws IOException {
    for (Machine machine : List.of(old.machine(), ours.machine())) {
      machine.direct(tpm -> deed.on(machine, tpm));
    }
  }

  /** Writes a file for both. */
  void write(String name, Bytes content) throws IOException {
    old.folder().write(name, content);
    ours.folder().write(name, content);
  }

  /** What the old tool wrote. */
  Bytes theirs(String name) throws IOException {
    return old.folder().read(name);
  }

  /** What our tool wrote. */
  Bytes ours(String name) throws IOException {
    return ours.folder().read(name);
  }

  /** The keys that are registered on the old tools' side: a file of trousers' format. */
  Bytes theirKeys() throws IOException {
    return Bytes.wrap(Files.readAllBytes(old.machine().keyStore()));
  }

  /** The keys that are registered on our side. */
  Bytes ourKeys() throws IOException {
    return Bytes.wrap(Files.readAllBytes(ours.machine().keyStore()));
  }

  /** Gives each side what the other wrote. */
  void exchange(String... names) throws IOException {
    for (String name : names) {
      Bytes theirs = theirs(name);
      old.folder().write(name, ours(name));
      ours.folder().write(name, theirs);
    }
  }

  /** Both do it, and nothing differs; returns what the old tool did. */
  Outcome same(String... arguments) throws IOException, InterruptedException {
    return same(Step.of(arguments));
  }

  /** Both do it, and nothing differs but what the step allows; returns what the old tool did. */
  Outcome same(Step step) throws IOException, InterruptedException {
    Outcome theirs = old.run(step);
    Outcome mine = ours.run(step);
    List<String> differences = step.differences(theirs, mine);
    if (!differences.isEmpty()) {
      fail(
          step
              + "\n"
              + String.join("\n", differences)
              + "\ntheir standard error: "
              + theirs.err()
              + "\nour standard error: "
              + mine.err());
    }
    return theirs;
  }

  /** Only the old tool does it, on its side. */
  Outcome onlyTheirs(Step step) throws IOException, InterruptedException {
    return old.run(step);
  }

  /** Only our tool does it, on its side. */
  Outcome onlyOurs(Step step) throws IOException, InterruptedException {
    return ours.run(step);
  }

  @Override
  public void close() throws IOException {
    try (old) {
      ours.close();
    }
  }
}
