package org.tssj.transport.swtpm;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;

/**
 * A real {@code swtpm socket} of one's own: a software TPM in a child process, powered on and
 * started, with its control channel.
 *
 * <pre>{@code
 * try (SwtpmProcess swtpm = SwtpmProcess.start(Family.TPM20);
 *     TpmTransport tpm = Transports.open(swtpm.connectionString())) {
 *   ...
 * }
 * }</pre>
 *
 * <p>It is gone with {@link #close}, and with the JVM if that was forgotten. Its state is a
 * directory of its own, removed with it, unless one is given.
 */
public final class SwtpmProcess implements AutoCloseable {

  // Where swtpm listens unless told otherwise; never ::1.
  private static final InetAddress LOOPBACK = loopback();

  private static final String LOG = "log";
  private static final int ATTEMPTS = 10;
  private static final Duration STARTING = Duration.ofSeconds(30);
  private static final Duration ENDING = Duration.ofSeconds(5);

  /** How clients reach it. */
  public enum Channel {
    /** TCP on free ports of the loopback interface. */
    TCP,
    /** UNIX sockets in its own directory. */
    UNIX
  }

  private final Process process;
  private final Path directory;
  private final String connectionString;
  private final Thread atExit = new Thread(this::end, "tssj-swtpm-end");
  private final AtomicBoolean closed = new AtomicBoolean();

  private SwtpmProcess(Process process, Path directory, String connectionString) {
    this.process = process;
    this.directory = directory;
    this.connectionString = connectionString;
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four octets are an address", e);
    }
  }

  /** A new TPM, over TCP. */
  public static SwtpmProcess start(Family family) throws TpmTransportException {
    return start(family, Channel.TCP, Optional.empty());
  }

  /**
   * Starts a process and waits until it serves.
   *
   * @param state a state directory, which stays; empty for a new TPM that is forgotten
   * @throws TpmTransportException if there is no swtpm on this machine, or it does not start; the
   *     message has its own words
   */
  public static SwtpmProcess start(Family family, Channel channel, Optional<Path> state)
      throws TpmTransportException {
    Path directory = null;
    SwtpmProcess started = null;
    try {
      directory = Files.createTempDirectory("swtpm");
      started =
          channel == Channel.UNIX
              ? launch(family, unixSockets(directory), directory, state)
              : launchOnFreePorts(family, directory, state);
      Runtime.getRuntime().addShutdownHook(started.atExit);
      return started;
    } catch (TpmTransportException e) {
      throw e;
    } catch (IOException e) {
      throw failure("cannot be started: " + e.getMessage(), e);
    } finally {
      if (started == null && directory != null) {
        remove(directory);
      }
    }
  }

  /**
   * The sockets of one attempt.
   *
   * @param server swtpm's option for the data channel
   * @param control swtpm's option for the control channel
   * @param controlAddress where that one leads
   * @param connectionString what leads to both
   */
  private record Sockets(
      String server, String control, SocketAddress controlAddress, String connectionString) {}

  private static Sockets unixSockets(Path directory) {
    Path data = directory.resolve("data");
    Path control = directory.resolve("data.ctrl");
    return new Sockets(
        "type=unixio,path=" + data,
        "type=unixio,path=" + control,
        UnixDomainSocketAddress.of(control),
        "swtpm:path=" + data);
  }

  private static SwtpmProcess launchOnFreePorts(Family family, Path directory, Optional<Path> state)
      throws IOException {
    TpmTransportException last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int[] ports = freePorts();
      var sockets =
          new Sockets(
              "type=tcp,port=" + ports[0],
              "type=tcp,port=" + ports[1],
              new InetSocketAddress(LOOPBACK, ports[1]),
              "swtpm:host=127.0.0.1,port=" + ports[0] + ",ctrl=" + ports[1]);
      try {
        return launch(family, sockets, directory, state);
      } catch (PortTakenException e) {
        // Somebody was faster; swtpm has noticed, so the next try is on others.
        last = e.failure;
      }
    }
    throw last == null ? failure("found no free port", null) : last;
  }

  private static final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private final TpmTransportException failure;

    PortTakenException(TpmTransportException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  /**
   * Two ports that were free a moment ago, one behind the other: there tpm2-tss and others look for
   * the control channel, and have no option to be told otherwise.
   */
  private static int[] freePorts() throws IOException {
    BindException last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (ServerSocket one = new ServerSocket(0, 1, LOOPBACK);
          ServerSocket next = new ServerSocket(one.getLocalPort() % 65535 + 1, 1, LOOPBACK)) {
        return new int[] {one.getLocalPort(), next.getLocalPort()};
      } catch (BindException e) {
        last = e;
      }
    }
    throw last == null ? new BindException("no two free ports") : last;
  }

  private static SwtpmProcess launch(
      Family family, Sockets sockets, Path directory, Optional<Path> state) throws IOException {
    Path pidFile = directory.resolve("pid");
    Files.deleteIfExists(pidFile);
    Path stateDirectory = state.orElse(directory.resolve("state"));
    Files.createDirectories(stateDirectory);
    List<String> command = new ArrayList<>(List.of("swtpm", "socket"));
    if (family == Family.TPM20) {
      command.add("--tpm2");
    }
    command.addAll(
        List.of(
            "--tpmstate",
            "dir=" + stateDirectory,
            "--server",
            sockets.server,
            "--ctrl",
            sockets.control,
            "--flags",
            "not-need-init,startup-clear",
            "--pid",
            "file=" + pidFile));
    Process process;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve(LOG).toFile());
      // One of its error messages is read below.
      builder.environment().put("LC_ALL", "C");
      process = builder.start();
    } catch (IOException e) {
      throw failure(
          "the program swtpm is not on this machine; install the package swtpm (Debian, Ubuntu,"
              + " Fedora, Arch)",
          e);
    }
    boolean serves = false;
    try {
      awaitSockets(process, pidFile, directory);
      awaitTpm(process, sockets.controlAddress, directory);
      serves = true;
      return new SwtpmProcess(process, directory, sockets.connectionString);
    } finally {
      if (!serves) {
        process.destroyForcibly();
      }
    }
  }

  /** swtpm writes its number when its sockets listen, and before that it ends if they cannot. */
  private static void awaitSockets(Process process, Path pidFile, Path directory)
      throws IOException {
    long giveUp = System.nanoTime() + STARTING.toNanos();
    try (WatchService changes = directory.getFileSystem().newWatchService()) {
      directory.register(changes, StandardWatchEventKinds.ENTRY_CREATE);
      while (!Files.exists(pidFile)) {
        if (!process.isAlive()) {
          String words = words(directory);
          TpmTransportException failure = failure("swtpm does not start: " + words, null);
          throw words.contains("Address already in use")
              ? new PortTakenException(failure)
              : failure;
        }
        if (System.nanoTime() - giveUp > 0) {
          throw failure("swtpm has not started within " + STARTING.toSeconds() + " s", null);
        }
        // Returns at once when the file appears; the rest of the time is for noticing an end.
        WatchKey key = changes.poll(20, TimeUnit.MILLISECONDS);
        if (key != null) {
          key.pollEvents();
          key.reset();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted while swtpm was starting", e);
    }
  }

  /** The control channel answers as soon as the TPM has power and its start-up command. */
  private static void awaitTpm(Process process, SocketAddress control, Path directory)
      throws TpmTransportException {
    try (SwtpmControl connection = SwtpmControl.connect("swtpm:", control, STARTING, STARTING)) {
      connection.capabilities();
    } catch (TpmTransportException e) {
      // One that cannot use its state closes its sockets a moment before it ends.
      throw ends(process) ? failure("swtpm does not start: " + words(directory), e) : e;
    }
  }

  private static boolean ends(Process process) {
    try {
      return process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private static TpmTransportException failure(String message, @Nullable Throwable cause) {
    return new TpmTransportException("swtpm:", Delivery.NOT_SENT, message, cause);
  }

  private static String words(Path directory) {
    try {
      return Files.readString(directory.resolve(LOG)).strip().replaceAll("\\s*\n", "; ");
    } catch (IOException e) {
      return "(it left no word)";
    }
  }

  /** What {@code Transports.open} takes to reach it. */
  public String connectionString() {
    return connectionString;
  }

  /** The process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** What swtpm said so far, on one line: for the message of a test that fails. */
  public String log() {
    return words(directory);
  }

  /** Ends the process and removes what it left. Harmless when called twice. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        // The JVM is ending; the hook does what is done here, and twice is no harm.
      }
      end();
    }
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    remove(directory);
  }

  private static void remove(Path directory) {
    try (Stream<Path> content = Files.walk(directory)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      // A temporary file too many harms nobody, and there is no one to tell.
    }
  }
}
