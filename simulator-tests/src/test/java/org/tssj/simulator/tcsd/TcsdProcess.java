package org.tssj.simulator.tcsd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.ConnectionString;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.Transports;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.structure.state.PresenceFlags;
import org.tssj.transport.swtpm.SwtpmProcess;

/**
 * A real {@code tcsd} on a TPM 1.2 of its own, with its own port, configuration and key store; any
 * number run side by side. A test that uses it says {@code @NeedsProgram({"tcsd", "swtpm"})}.
 *
 * <p>Its TPM has an endorsement key and no owner, is enabled and active, and believes that somebody
 * is present. What only a program beside tcsd can do (starting up, presence) is done with {@link
 * #direct}, for swtpm serves one client at a time and tcsd stays connected.
 */
public final class TcsdProcess implements AutoCloseable {

  /** What is done to the TPM itself, while tcsd is not connected to it. */
  @FunctionalInterface
  public interface Deed {
    /** Does it. */
    void on(Tpm12 tpm) throws IOException;
  }

  private static final Duration STARTING = Duration.ofSeconds(30);
  private static final Duration ENDING = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 10;

  // TCSD_ORD_OPENCONTEXT: 28 octets of header, no parameters; the answer has two numbers.
  private static final Bytes OPEN_CONTEXT =
      Bytes.hex("0000001c 00000001 00000000 00000000 0000001c 00000000 0000001c");
  private static final int OPEN_CONTEXT_ANSWER = 38;

  private final SwtpmProcess swtpm;
  private final Path directory;
  private final List<String> configuration;
  private Process process;
  private int port;

  private TcsdProcess(SwtpmProcess swtpm, Path directory, List<String> configuration) {
    this.swtpm = swtpm;
    this.directory = directory;
    this.configuration = configuration;
  }

  /**
   * On a new TPM, with an empty key store.
   *
   * @param configuration lines for its tcsd.conf beside port and key store
   * @throws TestAbortedException if this user cannot start a tcsd, which skips the test; with
   *     {@code CI=true} an {@link IllegalStateException}
   */
  public static TcsdProcess start(String... configuration) throws IOException {
    return start(Optional.empty(), Optional.empty(), configuration);
  }

  /**
   * On a copy of an old TPM, with a copy of its key store.
   *
   * @param tpmState swtpm's state directory
   * @param keyStore the file {@code system.data}
   */
  public static TcsdProcess startFrom(Path tpmState, Path keyStore, String... configuration)
      throws IOException {
    return start(Optional.of(tpmState), Optional.of(keyStore), configuration);
  }

  private static TcsdProcess start(
      Optional<Path> tpmState, Optional<Path> keyStore, String... configuration)
      throws IOException {
    Path directory = Files.createTempDirectory("tcsd");
    SwtpmProcess swtpm = null;
    boolean serves = false;
    try {
      demandRights(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
      Path store = Files.createDirectory(directory.resolve("store"));
      if (keyStore.isPresent()) {
        Path copy = store.resolve("system.data");
        Files.copy(keyStore.get(), copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        own(copy, "tss", "tss");
      }
      Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rwx------"));
      own(store, "tss", "tss");
      if (tpmState.isPresent()) {
        Path state = Files.createDirectory(directory.resolve("tpm"));
        copyFiles(tpmState.get(), state);
        swtpm = SwtpmProcess.start(Family.TPM12, SwtpmProcess.Channel.TCP, Optional.of(state));
      } else {
        swtpm = SwtpmProcess.start(Family.TPM12);
      }
      var tcsd = new TcsdProcess(swtpm, directory, List.of(configuration));
      tcsd.becomeUsable(tpmState.isEmpty());
      tcsd.launch();
      serves = true;
      return tcsd;
    } finally {
      if (!serves) {
        if (swtpm != null) {
          swtpm.close();
        }
        remove(directory);
      }
    }
  }

  /** tcsd wants to be started by root, and reads no configuration that is not root's and tss's. */
  private static void demandRights(Path directory) throws IOException {
    String missing = null;
    if (!Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"))) {
      missing = "tcsd can be started by root only";
    } else {
      try {
        directory
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByGroupName("tss");
      } catch (UserPrincipalNotFoundException e) {
        missing = "there is no group tss, which the package trousers makes";
      }
    }
    if (missing == null) {
      return;
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(missing);
    }
    throw new TestAbortedException(missing);
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(file.getFileName().toString());
        Files.copy(file, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  private static void own(Path path, String user, String group) throws IOException {
    UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    view.setOwner(names.lookupPrincipalByName(user));
    view.setGroup(names.lookupPrincipalByGroupName(group));
  }

  private void becomeUsable(boolean isNew) throws IOException {
    try (Tpm12 tpm = Tpm12.over(Transports.open(swtpm.connectionString()))) {
      bePresent(tpm);
      if (tpm.enable().needsPowerCycle()) {
        cycle(tpm);
      }
      if (isNew) {
        tpm.endorsement().readOrCreate();
      }
    }
  }

  private static void bePresent(Tpm12 tpm) throws IOException {
    tpm.execute(new PhysicalPresence(PresenceFlags.CMD_ENABLE));
    tpm.execute(new PhysicalPresence(PresenceFlags.PRESENT));
  }

  private static void cycle(Tpm12 tpm) throws IOException {
    tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
    tpm.startUp();
    bePresent(tpm);
  }

  private void launch() throws IOException {
    for (int attempt = 1; ; attempt++) {
      // The same port again after a restart, unless somebody took it meanwhile.
      if (port == 0 || attempt > 1) {
        port = freePort();
      }
      process = run();
      if (serves()) {
        return;
      }
      stop();
      if (attempt == ATTEMPTS) {
        throw new IOException("tcsd does not start: " + log());
      }
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, loopback())) {
      return free.getLocalPort();
    }
  }

  private Process run() throws IOException {
    Path configurationFile = directory.resolve("tcsd.conf");
    StringBuilder text = new StringBuilder();
    text.append("port = ").append(port).append('\n');
    text.append("system_ps_file = ").append(directory.resolve("store/system.data")).append('\n');
    text.append("disable_ipv6 = 1\n");
    configuration.forEach(line -> text.append(line).append('\n'));
    Files.writeString(configurationFile, text);
    own(configurationFile, "root", "tss");
    Files.setPosixFilePermissions(
        configurationFile, PosixFilePermissions.fromString("rw-r-----"));
    // -e: the TPM is behind a TCP port. -f: stay in front, and speak on standard error.
    ProcessBuilder builder =
        new ProcessBuilder("tcsd", "-e", "-f", "-c", configurationFile.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
    Map<String, String> tpm =
        ConnectionString.parse(swtpm.connectionString())
            .options(Set.of("host", "port", "ctrl"))
            .values();
    builder.environment().put("TCSD_TCP_DEVICE_HOSTNAME", tpm.get("host"));
    builder.environment().put("TCSD_TCP_DEVICE_PORT", tpm.get("port"));
    return builder.start();
  }

  /** Waits until it answers; false if it has ended instead, as it does when the port is taken. */
  private boolean serves() throws IOException {
    long giveUp = System.nanoTime() + STARTING.toNanos();
    while (process.isAlive()) {
      if (answers()) {
        return process.isAlive();
      }
      if (System.nanoTime() - giveUp > 0) {
        throw new IOException("tcsd does not serve: " + log());
      }
      try {
        process.waitFor(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while tcsd was starting", e);
      }
    }
    return false;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback(), port), 1000);
      socket.setSoTimeout((int) STARTING.toMillis());
      socket.getOutputStream().write(OPEN_CONTEXT.toArray());
      InputStream in = socket.getInputStream();
      return in.readNBytes(OPEN_CONTEXT_ANSWER).length == OPEN_CONTEXT_ANSWER;
    } catch (IOException e) {
      return false;
    }
  }

  /** What {@code Transports.open} takes to reach it. */
  public String connectionString() {
    return "tcsd:host=127.0.0.1,port=" + port;
  }

  /** Where it listens on the loopback interface. */
  public int port() {
    return port;
  }

  /** By which native tools find it. */
  public Map<String, String> environment() {
    return Map.of("TSS_TCSD_HOSTNAME", "127.0.0.1", "TSS_TCSD_PORT", Integer.toString(port));
  }

  /** The process, another one after {@link #direct} and {@link #powerCycle}. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Its key store: the file {@code system.data}. */
  public Path keyStore() {
    return directory.resolve("store/system.data");
  }

  /** What tcsd said so far. */
  public String log() {
    try {
      return Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      return "(it left no word)";
    }
  }

  /**
   * Ends tcsd, does something with the TPM itself, and starts tcsd again on the same port: what it
   * had loaded is gone, what its key store has is there.
   */
  public void direct(Deed deed) throws IOException {
    stop();
    try (Tpm12 tpm = Tpm12.over(Transports.open(swtpm.connectionString()))) {
      deed.on(tpm);
    }
    launch();
  }

  /** Switches the machine off and on: power off and on, TPM_Startup(ST_CLEAR), somebody present. */
  public void powerCycle() throws IOException {
    direct(TcsdProcess::cycle);
  }

  /** Ends only tcsd, as a crash would. {@link #direct} starts it again. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void stop() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        assertTrue(process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS), "tcsd has not ended");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends tcsd and its TPM and removes what they left. */
  @Override
  public void close() throws IOException {
    try (swtpm) {
      stop();
    } finally {
      remove(directory);
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> content = Files.walk(directory)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(path);
        }
      }
    }
  }
}
