package org.tssj.transport.swtpm;

import java.io.ByteArrayOutputStream;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Link;

/**
 * swtpm's control channel: power, locality, state, and what else happens to a TPM from outside.
 *
 * <p>Every request is a number of 32 bits and its parameters, every answer a TPM result and what
 * belongs to it, all big-endian ({@code tpm_ioctl.h} of swtpm). swtpm takes one client at a time
 * here too, so hold a connection no longer than it is needed. A request that swtpm refuses, with a
 * TPM result other than 0, throws and closes the connection: some refusals are shorter than the
 * answer they replace, and what follows could not be told apart.
 */
public final class SwtpmControl implements AutoCloseable {

  private static final int SUCCESS = 0;

  // TPM_RETRY: with it comes a whole answer, of length 0.
  private static final int NO_SUCH_BLOB = 0x800;

  // State blobs have more; what is larger is sent and read in pieces.
  private static final int PIECE = 8192;

  // swtpm itself takes no state blob larger than half of this.
  private static final int LARGEST_BLOB = 1 << 20;

  private enum Code {
    GET_CAPABILITY(1),
    INIT(2),
    SHUTDOWN(3),
    GET_TPMESTABLISHED(4),
    SET_LOCALITY(5),
    HASH_START(6),
    HASH_DATA(7),
    HASH_END(8),
    CANCEL_TPM_CMD(9),
    STORE_VOLATILE(10),
    RESET_TPMESTABLISHED(11),
    GET_STATEBLOB(12),
    SET_STATEBLOB(13),
    STOP(14),
    GET_CONFIG(15),
    SET_BUFFERSIZE(17),
    GET_INFO(18),
    LOCK_STORAGE(19);

    private final int number;

    Code(int number) {
      this.number = number;
    }
  }

  /** What a swtpm can do (PTM_CAP_*). */
  public enum Capability {
    /** {@link #init}. */
    INIT(1 << 0),
    /** {@link #shutdown}. */
    SHUTDOWN(1 << 1),
    /** {@link #tpmEstablished}. */
    GET_TPMESTABLISHED(1 << 2),
    /** {@link #setLocality}. */
    SET_LOCALITY(1 << 3),
    /** {@link #hashStart}, {@link #hashData}, {@link #hashEnd}. */
    HASHING(1 << 4),
    /** {@link #cancel}. */
    CANCEL_TPM_CMD(1 << 5),
    /** {@link #storeVolatile}. */
    STORE_VOLATILE(1 << 6),
    /** {@link #resetTpmEstablished}. */
    RESET_TPMESTABLISHED(1 << 7),
    /** {@link #stateBlob}. */
    GET_STATEBLOB(1 << 8),
    /** {@link #setStateBlob}. */
    SET_STATEBLOB(1 << 9),
    /** {@link #stop}. */
    STOP(1 << 10),
    /** {@link #config}. */
    GET_CONFIG(1 << 11),
    /** Passing a data socket, over a UNIX control channel; not offered here. */
    SET_DATAFD(1 << 12),
    /** {@link #bufferSize}. */
    SET_BUFFERSIZE(1 << 13),
    /** {@link #info}. */
    GET_INFO(1 << 14),
    /** Commands with the header of the TCG's simulator; not needed here. */
    SEND_COMMAND_HEADER(1 << 15),
    /** {@link #lockStorage}. */
    LOCK_STORAGE(1 << 16);

    private final int bit;

    Capability(int bit) {
      this.bit = bit;
    }
  }

  /** What becomes of a volatile state that was stored, when power comes on (PTM_INIT_FLAG_*). */
  public enum Init {
    /** It is resumed, and stays where it is stored. */
    KEEP_VOLATILE_STATE(0),
    /** It is resumed, and deleted where it is stored. */
    DELETE_VOLATILE_STATE(1);

    private final int flags;

    Init(int flags) {
      this.flags = flags;
    }
  }

  /** The parts of a TPM's state (PTM_BLOB_TYPE_*). */
  public enum Blob {
    /** What survives a loss of power. */
    PERMANENT(1),
    /** What does not. */
    VOLATILE(2),
    /** What TPM_SaveState of TPM 1.2 put aside. */
    SAVED(3);

    private final int type;

    Blob(int type) {
      this.type = type;
    }
  }

  /** How this swtpm runs (PTM_CONFIG_FLAG_*). */
  public enum Config {
    /** Its state files are encrypted. */
    FILE_KEY(1),
    /** State blobs leave it encrypted. */
    MIGRATION_KEY(2);

    private final int bit;

    Config(int bit) {
      this.bit = bit;
    }
  }

  /**
   * The size of the TPM's buffer for one command or response, in octets.
   *
   * @param size in use
   * @param least that can be chosen
   * @param most that can be chosen
   */
  public record BufferSize(int size, int least, int most) {}

  private final String endpoint;
  private final Link link;

  private SwtpmControl(String endpoint, Link link) {
    this.endpoint = endpoint;
    this.link = link;
  }

  /**
   * Connects.
   *
   * @param endpoint what to call this connection in error messages: the connection string of the
   *     transport it belongs to
   * @param address where the control channel listens, an internet or a UNIX socket
   * @param connecting how long connecting may take
   * @param requesting how long one request may take; swtpm answers between two commands only
   * @throws TpmTransportException if nobody listens there
   */
  public static SwtpmControl connect(
      String endpoint, SocketAddress address, Duration connecting, Duration requesting)
      throws TpmTransportException {
    return new SwtpmControl(
        endpoint,
        Link.connect(
            address,
            endpoint,
            connecting,
            requesting,
            PIECE,
            "this needs swtpm's control channel: start it with \"--ctrl type=...\", and say where"
                + " with ctrl= in the connection string"));
  }

  /** CMD_GET_CAPABILITY: what this swtpm can do. */
  public Set<Capability> capabilities() throws TpmTransportException {
    return flags(Capability.class, flag -> flag.bit, answer(Code.GET_CAPABILITY, request(0), 1)[0]);
  }

  /**
   * CMD_INIT: power off if it is on, then power on. The TPM waits for its start-up command, unless
   * it resumed a volatile state that was stored or set.
   */
  public void init(Init volatileState) throws TpmTransportException {
    answer(Code.INIT, request(4).putInt(volatileState.flags), 0);
  }

  /** CMD_SHUTDOWN: the swtpm process ends. */
  public void shutdown() throws TpmTransportException {
    answer(Code.SHUTDOWN, request(0), 0);
  }

  /** CMD_STOP: power off. The process stays, for {@link #setStateBlob} and {@link #init}. */
  public void stop() throws TpmTransportException {
    answer(Code.STOP, request(0), 0);
  }

  /** CMD_GET_TPMESTABLISHED: whether a dynamic launch has been since the flag was reset. */
  public boolean tpmEstablished() throws TpmTransportException {
    // One octet and three to fill up.
    return answer(Code.GET_TPMESTABLISHED, request(0), 1)[0] >>> 24 != 0;
  }

  /**
   * CMD_RESET_TPMESTABLISHED.
   *
   * @param locality from where; a TPM obeys 3 and 4
   */
  public void resetTpmEstablished(int locality) throws TpmTransportException {
    answer(Code.RESET_TPMESTABLISHED, request(1).put((byte) locality), 0);
  }

  /**
   * CMD_SET_LOCALITY: of all following commands, from whichever client.
   *
   * @param locality 0 to 4
   */
  public void setLocality(int locality) throws TpmTransportException {
    answer(Code.SET_LOCALITY, request(1).put((byte) locality), 0);
  }

  /** CMD_HASH_START: _TPM_Hash_Start. */
  public void hashStart() throws TpmTransportException {
    answer(Code.HASH_START, request(0), 0);
  }

  /**
   * CMD_HASH_DATA: _TPM_Hash_Data.
   *
   * @param data any size; sent in as many requests as it takes
   */
  public void hashData(byte[] data) throws TpmTransportException {
    int at = 0;
    do {
      // swtpm holds 4096 octets; a larger request would depend on how the stream is cut.
      int piece = Math.min(data.length - at, 4096);
      answer(Code.HASH_DATA, request(4 + piece).putInt(piece).put(data, at, piece), 0);
      at += piece;
    } while (at < data.length);
  }

  /** CMD_HASH_END: _TPM_Hash_End. */
  public void hashEnd() throws TpmTransportException {
    answer(Code.HASH_END, request(0), 0);
  }

  /**
   * CMD_CANCEL_TPM_CMD. The swtpm of today looks here only between two commands, so there is
   * nothing left to cancel when it does. A TPM 1.2 refuses.
   */
  public void cancel() throws TpmTransportException {
    answer(Code.CANCEL_TPM_CMD, request(0), 0);
  }

  /** CMD_STORE_VOLATILE: writes the volatile state to swtpm's storage, for the next power-on. */
  public void storeVolatile() throws TpmTransportException {
    answer(Code.STORE_VOLATILE, request(0), 0);
  }

  /**
   * CMD_GET_STATEBLOB: a part of the TPM's state, in the clear unless swtpm has a migration key.
   *
   * @return empty if there is no such part
   */
  public Bytes stateBlob(Blob blob) throws TpmTransportException {
    link.enter();
    try {
      send(Code.GET_STATEBLOB, request(12).putInt(0).putInt(blob.type).putInt(0));
      int result = numbers(1)[0];
      if (result != NO_SUCH_BLOB) {
        requireSuccess(Code.GET_STATEBLOB, result);
      }
      // Flags, length of all that is left, length of what follows: the same on a socket.
      int[] header = numbers(3);
      Bytes content = read(header[2], LARGEST_BLOB);
      link.finish();
      return content;
    } finally {
      link.leave();
    }
  }

  /**
   * CMD_SET_STATEBLOB: a part of the state with which the TPM will be at the next {@link #init}.
   * Only while the TPM is stopped.
   *
   * @param content as {@link #stateBlob} gave it, not encrypted
   */
  public void setStateBlob(Blob blob, Bytes content) throws TpmTransportException {
    ByteBuffer request = request(12 + content.length());
    request.putInt(0).putInt(blob.type).putInt(content.length()).put(content.toBuffer());
    answer(Code.SET_STATEBLOB, request, 0);
  }

  /** CMD_GET_CONFIG: how this swtpm runs. */
  public Set<Config> config() throws TpmTransportException {
    return flags(Config.class, flag -> flag.bit, answer(Code.GET_CONFIG, request(0), 1)[0]);
  }

  /**
   * CMD_SET_BUFFERSIZE: the size of the TPM's buffer.
   *
   * @param wanted in octets, while the TPM is stopped; 0 only asks
   */
  public BufferSize bufferSize(int wanted) throws TpmTransportException {
    int[] answer = answer(Code.SET_BUFFERSIZE, request(4).putInt(wanted), 3);
    return new BufferSize(answer[0], answer[1], answer[2]);
  }

  /**
   * CMD_GET_INFO: what the implementation says about itself, as JSON.
   *
   * @param flags which parts (SWTPM_INFO_*): 1 for the specification, 2 for manufacturer and model,
   *     4 for features; newer ones have more
   */
  public String info(long flags) throws TpmTransportException {
    var text = new ByteArrayOutputStream();
    int total;
    do {
      link.enter();
      try {
        send(Code.GET_INFO, request(16).putLong(flags).putInt(text.size()).putInt(0));
        requireSuccess(Code.GET_INFO, numbers(1)[0]);
        int[] lengths = numbers(2);
        total = lengths[0];
        if (total < 0 || total > LARGEST_BLOB || lengths[1] <= 0) {
          throw link.refuse("the answer to GET_INFO has impossible lengths");
        }
        text.writeBytes(read(lengths[1], LARGEST_BLOB - text.size()).toArray());
        link.finish();
      } finally {
        link.leave();
      }
    } while (text.size() < total);
    // A string of C, with its zero.
    return text.toString(StandardCharsets.UTF_8).replace("\0", "");
  }

  /**
   * CMD_LOCK_STORAGE: takes the state directory's lock again, after a state was read for migration.
   *
   * @param retries how often to try, every 10 ms
   */
  public void lockStorage(int retries) throws TpmTransportException {
    answer(Code.LOCK_STORAGE, request(4).putInt(retries), 0);
  }

  private static ByteBuffer request(int parameters) {
    return ByteBuffer.allocate(4 + parameters).position(4);
  }

  /** One request whose answer has {@code numbers} numbers of 32 bits behind the result. */
  private int[] answer(Code code, ByteBuffer request, int numbers) throws TpmTransportException {
    link.enter();
    try {
      send(code, request);
      requireSuccess(code, numbers(1)[0]);
      int[] answer = numbers(numbers);
      link.finish();
      return answer;
    } finally {
      link.leave();
    }
  }

  private void send(Code code, ByteBuffer request) throws TpmTransportException {
    byte[] octets = new byte[request.capacity()];
    request.putInt(0, code.number).get(0, octets);
    link.send(octets);
  }

  private void requireSuccess(Code code, int result) throws TpmTransportException {
    if (result != SUCCESS) {
      link.close();
      throw new TpmTransportException(
          endpoint,
          Delivery.SENT,
          "swtpm refuses " + code + " with TPM result 0x" + Integer.toHexString(result),
          null);
    }
  }

  private int[] numbers(int count) throws TpmTransportException {
    link.need(4 * count);
    ByteBuffer octets = ByteBuffer.wrap(link.take(4 * count));
    int[] numbers = new int[count];
    octets.asIntBuffer().get(numbers);
    return numbers;
  }

  private Bytes read(int length, int most) throws TpmTransportException {
    if (length < 0 || length > most) {
      throw link.refuse(
          "the answer claims "
              + Integer.toUnsignedString(length)
              + " bytes; up to "
              + most
              + " are possible");
    }
    // Grows with what really arrives, not with what is claimed.
    var content = new ByteArrayOutputStream();
    while (content.size() < length) {
      int piece = Math.min(length - content.size(), PIECE);
      link.need(piece);
      content.writeBytes(link.take(piece));
    }
    return Bytes.wrap(content.toByteArray());
  }

  private static <E extends Enum<E>> Set<E> flags(Class<E> type, ToIntFunction<E> bit, int bits) {
    Set<E> set = EnumSet.noneOf(type);
    for (E flag : type.getEnumConstants()) {
      if ((bits & bit.applyAsInt(flag)) != 0) {
        set.add(flag);
      }
    }
    return Collections.unmodifiableSet(set);
  }

  /** Leaves, for the next client. */
  @Override
  public void close() {
    link.close();
  }
}
