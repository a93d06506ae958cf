package org.tssj.simulator.tcsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.tpm12.command.Commands;

/**
 * Every command there is a record for goes the way that docs/reference/tcsd.md says, seen from the
 * other side of the wire: an end of a socket that notes the number of each RPC and refuses it.
 */
@Timeout(120)
class EveryCommandOverTcsdTest {

  private static final int OPENCONTEXT = 1;
  private static final int EXECUTETRANSPORT = 0xe7;
  private static final String WRAPPED = "in a transport session";

  // TPM_NOSRK, "the TPM has no owner": what a session for a command without an RPC ends with.
  private static final int NO_SRK = 0x12;

  // More than the longest command has when all that may be empty is.
  private static final int LONGEST = 400;

  // The answer to OPENCONTEXT: hContext 1, then 2 for a TPM 1.2.
  private static final Bytes CONTEXT =
      Bytes.hex(
          "00000026 00000000 00000002 00000002 0000001c 00000008 0000001e 0303 00000001 00000002");
  private static final Bytes REFUSED = Bytes.hex("0000001c 00000012" + "00".repeat(20));

  private static final Pattern ROW =
      Pattern.compile("\\| 0x([0-9a-f]+) \\| (\\S+)([^|]*) \\| ([^|]+?) \\|.*");
  private static final Pattern RPC = Pattern.compile("[A-Z0-9_]+ \\(([0-9]+)\\)");

  private record Row(String name, String way) {}

  /** The daemon's end: who connects gets a context, and of all else a refusal of its TPM. */
  private static final class Refusing implements AutoCloseable {
    private final ServerSocket listening =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    private final ConcurrentLinkedQueue<Integer> asked = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::serve, "refusing-tcsd");

    Refusing() throws IOException {
      thread.start();
    }

    private void serve() {
      try (Socket client = listening.accept()) {
        client.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(client.getInputStream());
        while (true) {
          int size = in.readInt();
          int rpc = in.readInt();
          in.readFully(new byte[size - 8]);
          if (rpc != OPENCONTEXT) {
            asked.add(rpc);
          }
          client.getOutputStream().write((rpc == OPENCONTEXT ? CONTEXT : REFUSED).toArray());
        }
      } catch (EOFException e) {
        // The client has left.
      } catch (IOException e) {
        // It has left in a hurry, or never come.
      }
    }

    Set<Integer> asked() {
      Set<Integer> all = new TreeSet<>(asked);
      asked.clear();
      return all;
    }

    String connectionString() {
      return "tcsd:host=127.0.0.1,port=" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      listening.close();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Map<Integer, Row> page() throws IOException {
    Path page = Path.of(System.getProperty("tssj.root", ".."), "docs/reference/tcsd.md");
    Map<Integer, Row> rows = new TreeMap<>();
    for (String line : Files.readAllLines(page)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        // TPM_FlushSpecific has three; the first is that of the resource type zero.
        rows.putIfAbsent(
            Integer.parseUnsignedInt(row.group(1), 16), new Row(row.group(2), row.group(4)));
      }
    }
    return rows;
  }

  /** A command whose parameters and authorisations are all zero. */
  private static byte[] zeroed(int ordinal, int length, int authorizations) {
    int size = 10 + length + authorizations * 45;
    return ByteBuffer.allocate(size)
        .putShort((short) (0xc1 + authorizations))
        .putInt(size)
        .putInt(ordinal)
        .array();
  }

  /** TPM_ExecuteTransport of TPM_PCRRead. */
  private static byte[] executeTransport() {
    return Bytes.hex(
            "00c2 00000049 000000e7 0000000e 00c1 0000000e 00000015 00000000" + "00".repeat(45))
        .toArray();
  }

  /** Which way a command went, in the words of the page; "nowhere" if no form of it was sent. */
  private static String way(TpmTransport transport, Refusing tcsd, int ordinal, String name)
      throws IOException {
    Set<String> ways = new TreeSet<>();
    for (int authorizations = 0; authorizations <= 2; authorizations++) {
      for (int length = 0; length <= LONGEST; length++) {
        byte[] command =
            ordinal == EXECUTETRANSPORT
                ? executeTransport()
                : zeroed(ordinal, length, authorizations);
        Optional<String> way = sent(transport, tcsd, command, name);
        if (way.isPresent()) {
          ways.add(way.get());
          break;
        }
      }
    }
    return ways.isEmpty() ? "nowhere" : String.join(" or ", ways);
  }

  /** Empty if the frame was found to be none of this command before anything was sent. */
  private static Optional<String> sent(
      TpmTransport transport, Refusing tcsd, byte[] command, String name) throws IOException {
    try {
      byte[] answer = transport.exchange(command);
      Set<Integer> asked = tcsd.asked();
      int code = ByteBuffer.wrap(answer).getInt(6);
      if (asked.isEmpty()) {
        // TPM_BAD_PARAM_SIZE or TPM_BADTAG: the frame is at fault, not the command.
        assertTrue(
            code == 0x19 || code == 0x1e, name + " is answered 0x" + Integer.toString(code, 16));
        return Optional.empty();
      }
      assertEquals(NO_SRK, code, name);
      return Optional.of(asked.toString());
    } catch (TpmServiceException e) {
      Set<Integer> asked = tcsd.asked();
      assertTrue(e.getMessage().contains(name), name + ": " + e.getMessage());
      // 92: TCSD_ORD_ESTABLISHTRANSPORT.
      assertTrue(asked.isEmpty() || asked.equals(Set.of(92)), name + " asked " + asked);
      return Optional.of(asked.isEmpty() ? "refused" : WRAPPED);
    }
  }

  /** The page's words in those of {@link #way}. */
  private static String said(String name, Row row) {
    Matcher rpc = RPC.matcher(row.way);
    if (rpc.matches()) {
      return name + " [" + rpc.group(1) + "]";
    }
    return name + " " + (row.way.startsWith("refused: ") ? "refused" : row.way);
  }

  @Test
  void isRoutedWrappedOrRefusedByNameAsThePageSays() throws IOException {
    Map<Integer, Row> page = page();
    Set<String> expected = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    try (Refusing tcsd = new Refusing();
        TpmTransport transport = Transports.open(tcsd.connectionString())) {
      tcsd.asked();
      for (String name : Commands.names()) {
        int ordinal = Commands.named(name).orElseThrow().ordinal();
        Row row = page.getOrDefault(ordinal, new Row(name, "not on the page"));
        expected.add(said(row.name, row));
        seen.add(name + " " + way(transport, tcsd, ordinal, row.name));
      }
    }
    assertEquals(String.join("\n", expected), String.join("\n", seen));
    assertTrue(seen.size() > 100, seen.size() + " commands only");
  }
}
