package org.tssj.simulator.transport;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;

/**
 * A simulator as those of Microsoft and IBM: their protocol, on two ports, over any TPM that can be
 * powered off. Like them it serves one client at a time on each port, starts without power, writes
 * an answer in three pieces and leaves Nagle's algorithm on.
 *
 * <p>Written after TpmTcpProtocol.h and TcpServer.c of the TCG's reference code; that tpm2-tools
 * take it for a simulator is tested in {@link MssimTest}.
 */
public final class MssimServer implements AutoCloseable {

  private static final int ATTEMPTS = 10;
  private static final Bytes CANCELED = Bytes.hex("8001 0000000a 00000909");

  private final TpmTransport tpm;
  private final ServerSocket commands;
  private final ServerSocket platform;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Socket> clients = new CopyOnWriteArrayList<>();
  private final List<Throwable> troubles = new CopyOnWriteArrayList<>();
  private final List<Integer> signals = new CopyOnWriteArrayList<>();

  private volatile boolean powered;
  private volatile boolean cancelling;
  private volatile boolean busy;

  private MssimServer(TpmTransport tpm, ServerSocket commands, ServerSocket platform) {
    this.tpm = tpm;
    this.commands = commands;
    this.platform = platform;
    threads.add(new Thread(() -> serve(commands, this::command), "mssim-commands"));
    threads.add(new Thread(() -> serve(platform, this::signal), "mssim-platform"));
    threads.forEach(Thread::start);
  }

  /** Over the software TPM 2.0 of this process, which must be free. */
  public static MssimServer start() throws IOException {
    return over(Transports.open("libtpms:family=2.0"));
  }

  /**
   * Over this TPM.
   *
   * @param tpm can be powered off, and is; closed with the server
   */
  public static MssimServer over(TpmTransport tpm) throws IOException {
    try {
      tpm.ability(PowerControl.class).orElseThrow().powerOff();
      BindException last = null;
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        ServerSocket one = new ServerSocket(0, 5, loopback());
        try {
          return new MssimServer(
              tpm, one, new ServerSocket(one.getLocalPort() % 65535 + 1, 5, loopback()));
        } catch (BindException e) {
          one.close();
          last = e;
        }
      }
      throw last == null ? new BindException("no two free ports") : last;
    } catch (IOException | RuntimeException e) {
      tpm.close();
      throw e;
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /** The command port; the platform port is the next. */
  public int port() {
    return commands.getLocalPort();
  }

  /** How we reach it, and tpm2-tools too. */
  public String connectionString() {
    return "mssim:host=127.0.0.1,port=" + port();
  }

  /** The numbers of the signals that have come to the platform port. */
  public List<Integer> signals() {
    return List.copyOf(signals);
  }

  /** Whether a command is being executed now. */
  public boolean isBusy() {
    return busy;
  }

  private interface Conversation {
    /** One request and its answer; whether there may be another. */
    boolean goesOn(DataInputStream in, DataOutputStream out) throws IOException;
  }

  private void serve(ServerSocket server, Conversation conversation) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        clients.add(client);
        var in = new DataInputStream(client.getInputStream());
        // No buffer: each piece of an answer is a write of its own.
        var out = new DataOutputStream(client.getOutputStream());
        while (conversation.goesOn(in, out)) {
          // And the next one.
        }
      } catch (EOFException | SocketException e) {
        // The client has gone, or the server is being closed.
      } catch (IOException | RuntimeException e) {
        troubles.add(e);
      } finally {
        clients.removeIf(Socket::isClosed);
      }
    }
  }

  private @Nullable Bytes launched;

  private boolean command(DataInputStream in, DataOutputStream out) throws IOException {
    int request = in.readInt();
    switch (request) {
      case 5 -> launched = Bytes.EMPTY;
      case 6 -> {
        Bytes data = Bytes.wrap(in.readNBytes(in.readInt()));
        launched = launched == null ? data : launched.concat(data);
      }
      case 7 -> {
        byte[] code = launched == null ? new byte[0] : launched.toArray();
        tpm.ability(DynamicLaunch.class).orElseThrow().launch(code);
        launched = null;
      }
      case 8 -> {
        int locality = in.readUnsignedByte();
        byte[] command = in.readNBytes(in.readInt());
        byte[] answer = answer(locality, command);
        out.writeInt(answer.length);
        out.write(answer);
      }
      case 20 -> {
        return false;
      }
      default -> throw new IllegalStateException("request " + request + " on the command port");
    }
    out.writeInt(0);
    return true;
  }

  private byte[] answer(int locality, byte[] command) throws IOException {
    if (!powered) {
      return new byte[0];
    }
    if (cancelling) {
      return CANCELED.toArray();
    }
    tpm.ability(Locality.class).orElseThrow().setLocality(locality);
    busy = true;
    try {
      return tpm.exchange(command);
    } finally {
      busy = false;
    }
  }

  private boolean signal(DataInputStream in, DataOutputStream out) throws IOException {
    int signal = in.readInt();
    signals.add(signal);
    PowerControl power = tpm.ability(PowerControl.class).orElseThrow();
    switch (signal) {
      case 1 -> {
        if (!powered) {
          power.powerOn();
          powered = true;
        }
      }
      case 2 -> {
        powered = false;
        power.powerOff();
      }
      case 9 -> {
        cancelling = true;
        if (busy) {
          tpm.ability(Cancellable.class).orElseThrow().cancel();
        }
      }
      case 10 -> cancelling = false;
      case 3, 4, 11, 12 -> {}
      case 20 -> {
        return false;
      }
      default -> throw new IllegalStateException("signal " + signal + " on the platform port");
    }
    out.writeInt(0);
    return true;
  }

  @Override
  public void close() throws IOException {
    try {
      commands.close();
      platform.close();
      for (Socket client : clients) {
        client.close();
      }
      for (Thread thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(20));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      tpm.close();
    }
    if (!troubles.isEmpty()) {
      throw new AssertionError("the server failed", troubles.get(0));
    }
  }
}
