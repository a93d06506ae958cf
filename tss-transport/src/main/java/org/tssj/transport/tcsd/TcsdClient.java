package org.tssj.transport.tcsd;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Link;

/**
 * A connection to trousers' daemon with a context of its own: every RPC that tcsd has, by {@link
 * #call}, and with names what only tcsd can do.
 *
 * <p>For the TPM's own commands there is the {@code tcsd:} transport, which stands on this; its
 * client is its ability:
 *
 * <pre>{@code
 * try (Tpm12 tpm = Tpm12.over(Transports.open("tcsd:host=localhost"))) {
 *   TcsdClient tcsd = tpm.transport().ability(TcsdClient.class).orElseThrow();
 *   for (KeyInfo2 key : tcsd.keyStore().list()) {
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>Keys and sessions belong to the context: tcsd gives them up when the connection ends. A client
 * may be shared by threads, which wait for each other.
 *
 * <p>Methods throw {@link TpmTransportException} when the bytes could not be carried, {@link
 * TpmServiceException} when tcsd refuses, and {@link TpmResponseException} when the TPM below it
 * does.
 */
public final class TcsdClient implements AutoCloseable {

  /** TCP 30003, unless tcsd.conf says otherwise. */
  public static final int PORT = 30003;

  /** The event log of a machine that ran long, with room to spare. */
  private static final int LARGEST_ANSWER = 1 << 26;

  private static final long NONE = 0;

  private final String endpoint;
  private final Link link;
  private long context;
  private long tpmVersion;

  private TcsdClient(String endpoint, Link link) {
    this.endpoint = endpoint;
    this.link = link;
  }

  /**
   * Connects and opens a context.
   *
   * @param host where tcsd runs. It listens to its own machine only, unless remote_ops in tcsd.conf
   *     names something
   * @param port {@link #PORT} as a rule
   */
  public static TcsdClient connect(String host, int port) throws TpmTransportException {
    return connect(
        "tcsd:host=" + host + ",port=" + port,
        new InetSocketAddress(host, port),
        Duration.ofSeconds(10),
        Duration.ofMinutes(10));
  }

  /**
   * Connects and opens a context.
   *
   * @param endpoint the connection string, for messages
   * @param connecting limit for both
   * @param exchanging limit for one RPC
   */
  static TcsdClient connect(
      String endpoint, InetSocketAddress address, Duration connecting, Duration exchanging)
      throws TpmTransportException {
    Link link =
        Link.connect(
            address,
            endpoint,
            connecting,
            connecting,
            Frames.LARGEST,
            "is tcsd running there? (Debian: the package trousers)");
    TcsdClient client = new TcsdClient(endpoint, link);
    boolean open = false;
    try {
      client.openContext();
      link.setLimit(exchanging);
      open = true;
      return client;
    } finally {
      if (!open) {
        link.close();
      }
    }
  }

  private void openContext() throws TpmTransportException {
    byte[] answer;
    try {
      answer = exchange(Packet.request(Rpc.OPENCONTEXT).encode().toArray());
    } catch (TpmTransportException e) {
      throw e.delivery() != Delivery.UNKNOWN
          ? e
          : new TpmTransportException(
              endpoint,
              Delivery.UNKNOWN,
              "something accepts connections there, but gives no answer. tcsd ends those above"
                  + " num_threads in tcsd.conf (10 unless said): are so many connected? ("
                  + e.getMessage()
                  + ")",
              e);
    }
    Fields opened = fields(Rpc.OPENCONTEXT, answer);
    context = opened.number();
    tpmVersion = opened.number();
    opened.finish();
  }

  /** The connection string, for messages. */
  public String endpoint() {
    return endpoint;
  }

  /** The number of the context, unsigned; the first parameter of every request. */
  public long context() {
    return context;
  }

  /** Whether the TPM is one of 1.2; an older one has no NV storage, no LoadKey2, no Quote2. */
  public boolean isTpm12() {
    return tpmVersion == 2;
  }

  /** Keys that tcsd keeps on its disk. */
  public KeyStore keyStore() {
    return new KeyStore(this);
  }

  /** Events that tcsd keeps, and those of the firmware if tcsd.conf names its log. */
  public EventLog eventLog() {
    return new EventLog(this);
  }

  /**
   * What tcsd itself can, as opposed to its TPM.
   *
   * @param area TSS_TCSCAP: 1 algorithm, 2 version, 3 caching, 4 key store, 5 manufacturer
   * @param subCapability as the area wants it; may be empty
   */
  public Bytes capability(long area, Bytes subCapability) throws TpmTransportException {
    return callFor(
            Rpc.TCSGETCAPABILITY,
            new Parameter.U32(area),
            new Parameter.U32(subCapability.length()),
            new Parameter.Octets(subCapability))
        .counted();
  }

  /**
   * A certificate from a file that tcsd.conf names.
   *
   * @return as the file has it; empty if there is none
   */
  public Bytes credential(Credential credential) throws TpmTransportException {
    return callFor(
            Rpc.GETCREDENTIAL,
            new Parameter.U32(credential.number()),
            // TSS_TCS_CERT_ACCESS_AUTO: wherever it is.
            new Parameter.U32(1))
        .counted();
  }

  /**
   * Calls an RPC by its name and takes its answer as it is.
   *
   * @param parameters those behind the context, which this puts first
   * @return the answer's parameters
   */
  public List<Parameter> call(Rpc rpc, Parameter... parameters) throws TpmTransportException {
    return callFor(rpc, parameters).rest();
  }

  Fields callFor(Rpc rpc, Parameter... parameters) throws TpmTransportException {
    return fields(rpc, exchange(request(rpc, parameters)));
  }

  byte[] request(Rpc rpc, Parameter... parameters) {
    Parameter[] all = new Parameter[1 + parameters.length];
    all[0] = new Parameter.U32(context);
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return Packet.request(rpc, all).encode().toArray();
  }

  private Fields fields(Rpc rpc, byte[] answer) throws TpmTransportException {
    Packet packet = decode(rpc, answer);
    refuseUnlessGood(rpc, packet.code());
    return new Fields(rpc, packet.parameters());
  }

  Packet decode(Rpc rpc, byte[] answer) throws TpmTransportException {
    try {
      return Packet.decodeAnswer(rpc, Bytes.wrap(answer));
    } catch (WireException e) {
      throw notAnAnswer(rpc, e);
    }
  }

  /** The answer is not one to this RPC, so nobody knows what comes next: closes. */
  TpmTransportException notAnAnswer(Rpc rpc, WireException why) {
    TpmTransportException failure =
        link.refuse("what came is no answer to " + rpc + " (" + why.getMessage() + ")");
    failure.addSuppressed(why);
    return failure;
  }

  static void refuseUnlessGood(Rpc rpc, long result) {
    if (result == NONE) {
      return;
    }
    if (TcsResult.isOfTpm(result)) {
      throw new TpmResponseException(
          "TCSD_ORD_" + rpc, result, "TPM_RESULT", "", "the TPM below tcsd refused", "");
    }
    throw TcsResult.refusal(rpc, result);
  }

  /** Sends a whole packet, brings the whole answer, and wipes what was sent. */
  byte[] exchange(byte[] packet) throws TpmTransportException {
    link.enter();
    try {
      link.send(packet);
      link.need(PacketHeader.LENGTH);
      int size = link.peek(0);
      if (size < PacketHeader.LENGTH || size > LARGEST_ANSWER) {
        throw link.refuse(
            "the answer claims a size of "
                + Integer.toUnsignedString(size)
                + " bytes; "
                + PacketHeader.LENGTH
                + " to "
                + LARGEST_ANSWER
                + " are possible");
      }
      byte[] answer = size <= Frames.LARGEST ? takeAtOnce(size) : takePieces(size);
      link.finish();
      return answer;
    } finally {
      link.leave();
      Arrays.fill(packet, (byte) 0);
    }
  }

  private byte[] takeAtOnce(int size) throws TpmTransportException {
    link.need(size);
    return link.take(size);
  }

  /** As much memory as arrives, and not as much as is claimed. */
  private byte[] takePieces(int size) throws TpmTransportException {
    WireWriter all = new WireWriter(2 * Frames.LARGEST);
    while (all.size() < size) {
      int piece = Math.min(size - all.size(), Frames.LARGEST);
      link.need(piece);
      all.bytes(link.take(piece), 0, piece);
    }
    return all.toArray();
  }

  /** Whether the connection has ended, by {@link #close} or by a failure. */
  public boolean isClosed() {
    return link.isClosed();
  }

  /** Ends the connection, and with it the context, its keys and its sessions. */
  @Override
  public void close() {
    link.close();
  }

  /** An answer's parameters, taken one after the other. */
  final class Fields {
    private final Rpc rpc;
    private final List<Parameter> parameters;
    private int index;

    Fields(Rpc rpc, List<Parameter> parameters) {
      this.rpc = rpc;
      this.parameters = parameters;
    }

    <P extends Parameter> P take(Class<P> kind) throws TpmTransportException {
      if (!has(kind)) {
        throw notAnAnswer(
            rpc,
            WireException.refused(
                "must be a " + kind.getSimpleName(), index, parameters.size() + " parameters"));
      }
      return kind.cast(parameters.get(index++));
    }

    boolean has(Class<? extends Parameter> kind) {
      return index < parameters.size() && kind.isInstance(parameters.get(index));
    }

    long number() throws TpmTransportException {
      return take(Parameter.U32.class).value();
    }

    Bytes counted() throws TpmTransportException {
      number();
      Bytes octets = take(Parameter.Octets.class).value();
      finish();
      return octets;
    }

    /** A list behind its count, to the end. */
    <P extends Parameter> List<P> list(Class<P> kind) throws TpmTransportException {
      long count = number();
      List<P> all = new ArrayList<>();
      for (long k = 0; k < count; k++) {
        all.add(take(kind));
      }
      finish();
      return List.copyOf(all);
    }

    List<Parameter> rest() {
      return parameters.subList(index, parameters.size());
    }

    void finish() throws TpmTransportException {
      if (index < parameters.size()) {
        throw notAnAnswer(
            rpc, WireException.refused("nothing may follow", index, parameters.size() + ""));
      }
    }
  }
}
