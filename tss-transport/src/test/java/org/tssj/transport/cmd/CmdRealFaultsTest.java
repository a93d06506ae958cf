package org.tssj.transport.cmd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.tssj.core.Bytes;
import org.tssj.transport.link.FakeServer;
import org.tssj.transport.link.RandomFaults;

/** With real children, which pass on between their standard streams and the server. */
@DisabledOnOs(OS.WINDOWS)
class CmdRealFaultsTest extends RandomFaults {

  private static final String PASS_ON =
      """
      use Socket;
      my $s;
      socket($s, PF_UNIX, SOCK_STREAM, 0) or die;
      connect($s, sockaddr_un($ARGV[0])) or die;
      my ($r, $b) = ('', '');
      vec($r, 0, 1) = 1; vec($r, fileno($s), 1) = 1;
      while (1) {
        select(my $q = $r, undef, undef, undef);
        if (vec($q, fileno($s), 1)) { sysread($s, $b, 8192) or exit; syswrite(STDOUT, $b); }
        if (vec($q, 0, 1)) { sysread(STDIN, $b, 8192) or exit; syswrite($s, $b); }
      }
      """;

  @TempDir static Path directory;
  private static int sockets;

  @BeforeAll
  static void needsPerl() throws IOException {
    String path = System.getenv("PATH");
    if (Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path == null ? "" : path)
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, "perl")))) {
      throw new TestAbortedException("not on this machine: the program perl");
    }
    Files.writeString(directory.resolve("pass-on.pl"), PASS_ON);
  }

  @AfterEach
  void noChildIsLeft() throws InterruptedException {
    // The last ones may still be dying.
    for (int i = 0; i < 100 && children() > 0; i++) {
      Thread.sleep(20);
    }
    assertTrue(children() == 0, () -> children() + " children are left, dead or alive");
  }

  private static long children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("perl"))
        .count();
  }

  @Override
  protected int faultsPerSeed() {
    return 100;
  }

  @Override
  protected FakeServer serve(FakeServer.Script script) throws IOException {
    return FakeServer.unix(directory.resolve("socket" + sockets++), script);
  }

  @Override
  protected String connectionString(FakeServer server) {
    return "cmd:timeout=100ms perl "
        + directory.resolve("pass-on.pl")
        + " '"
        + server.address()
        + "'";
  }

  @Override
  protected Dialect dialect() {
    return new Dialect() {
      @Override
      public void greet(FakeServer.Peer peer) throws IOException {
        peer.beTpm();
      }

      @Override
      public int hear(FakeServer.Peer peer) throws IOException {
        return ByteBuffer.wrap(peer.command().toArray()).getInt(10);
      }

      @Override
      public Bytes answer(int number) {
        return response(number);
      }

      @Override
      public int[] sizes() {
        return new int[] {2};
      }
    };
  }
}
