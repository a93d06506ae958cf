package org.tssj.transport.rm;

import static org.tssj.transport.rm.Octets.int16;
import static org.tssj.transport.rm.Octets.int32;
import static org.tssj.transport.rm.Octets.put;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.transport.link.Frames;

/**
 * The books of a TPM 1.2. Keys are saved and loaded again (TPM_SaveContext, TPM_LoadContext); a
 * handle is in no digest of a command, so no HMAC notices.
 *
 * <p>Sessions stay where they are: a TPM has at least three, and one that belongs to a key could be
 * loaded only together with it. Each client has its own all the same.
 */
final class Swapper12 implements Swapper {

  private static final Logger LOG = LoggerFactory.getLogger(Swapper12.class);

  private static final int REQUEST = 0xc1;
  private static final int ONE_SESSION = 0xc2;
  private static final int TWO_SESSIONS = 0xc3;
  private static final int RESPONSE = 0xc4;

  private static final int OIAP = 0x0a;
  private static final int OSAP = 0x0b;
  private static final int DSAP = 0x11;
  private static final int LOAD_KEY = 0x20;
  private static final int EVICT_KEY = 0x22;
  private static final int LOAD_KEY2 = 0x41;
  private static final int GET_CAPABILITY = 0x65;
  private static final int TERMINATE_HANDLE = 0x96;
  private static final int STARTUP = 0x99;
  private static final int LOAD_KEY_CONTEXT = 0xb5;
  private static final int SAVE_CONTEXT = 0xb8;
  private static final int LOAD_CONTEXT = 0xb9;
  private static final int FLUSH_SPECIFIC = 0xba;
  private static final int ESTABLISH_TRANSPORT = 0xe6;

  // A TPM 1.2 cannot be asked which command has how many key handles (TPM Main Part 3).
  private static final Set<Integer> ONE_KEY =
      Set.of(
          0x0c, 0x0e, 0x13, 0x16, 0x17, 0x18, 0x1b, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25,
          0x28, 0x2a, 0x3c, 0x3d, 0x3e, 0x41, 0x52, 0x7a, 0x86, 0x9a, 0xb4, 0xd4, 0xe6, 0xe8, 0xf2);
  private static final Set<Integer> TWO_KEYS = Set.of(0x0f, 0x32, 0x33);

  private static final int CAP_KEY_HANDLE = 0x07;
  private static final int CAP_HANDLE = 0x14;

  private static final int RT_KEY = 1;
  private static final int RT_AUTH = 2;
  private static final int RT_TRANS = 4;

  // TPM_ET_KEYHANDLE in the low octet of an entity type.
  private static final int ET_KEYHANDLE = 1;

  private static final int INVALID_KEYHANDLE = 0x0c;
  private static final int RESOURCES = 0x15;
  private static final int INVALID_AUTHHANDLE = 0x22;
  private static final int INVALID_POSTINIT = 0x26;
  private static final int RETRY = 0x800;

  // Of a session in a command: handle, nonce, whether it goes on, HMAC.
  private static final int SESSION_IN_COMMAND = 4 + 20 + 1 + 20;

  private final Line line;
  private final Map<Integer, LoadedKey> keys = new TreeMap<>();
  private final Map<Integer, OpenSession> sessions = new HashMap<>();
  private long clock;

  Swapper12(Line line) {
    this.line = line;
  }

  /** A key of one client. */
  private static final class LoadedKey {
    private final Tenant owner;
    private final int virtual;
    private boolean loaded = true;
    private int physical;
    private byte @Nullable [] context;
    private long used;

    LoadedKey(Tenant owner, int virtual, int physical) {
      this.owner = owner;
      this.virtual = virtual;
      this.physical = physical;
    }
  }

  /**
   * A session of one client.
   *
   * @param type TPM_RT_AUTH or TPM_RT_TRANS
   */
  private record OpenSession(Tenant owner, int type) {}

  @Override
  public byte[] exchange(Tenant tenant, byte[] original) throws IOException {
    byte[] command = original.clone();
    int code = Frames.codeIn(command);
    if (code == FLUSH_SPECIFIC && command.length == 18) {
      return flush(tenant, command);
    }
    List<LoadedKey> named = new ArrayList<>();
    List<Integer> used = new ArrayList<>();
    int refusal = boardKeys(tenant, command, code, named);
    if (refusal == 0) {
      refusal = boardSessions(tenant, command, code, used);
    }
    if (refusal == 0 && loadsAKey(code)) {
      makeRoom(named);
    }
    if (refusal != 0) {
      return refused(refusal);
    }
    byte[] response = line.exchange(command);
    settle(tenant, command, code, response, named, used);
    return code == GET_CAPABILITY ? listed(tenant, command, response) : response;
  }

  /** A list of handles, as this client has them; any other answer as it is. */
  private byte[] listed(Tenant tenant, byte[] command, byte[] response) {
    if (Frames.codeIn(response) != 0 || command.length < 18 || response.length < 16) {
      return response;
    }
    int area = int32(command, 10);
    int type =
        area == CAP_KEY_HANDLE
            ? RT_KEY
            : area == CAP_HANDLE && command.length == 22 ? int32(command, 18) : 0;
    if (type != RT_KEY && type != RT_AUTH && type != RT_TRANS) {
      return response;
    }
    List<Integer> handles = new ArrayList<>();
    if (type == RT_KEY) {
      // What is in no book is the TPM's own, and everybody's.
      int count = Math.min(int16(response, 14), (response.length - 16) / 4);
      for (int i = 0; i < count; i++) {
        int handle = int32(response, 16 + 4 * i);
        if (keys.values().stream().noneMatch(key -> key.loaded && key.physical == handle)) {
          handles.add(handle);
        }
      }
      keys.values().stream()
          .filter(key -> key.owner == tenant)
          .forEach(key -> handles.add(key.virtual));
    } else {
      sessions.forEach(
          (handle, session) -> {
            if (session.owner == tenant && session.type == type) {
              handles.add(handle);
            }
          });
    }
    ByteBuffer body = ByteBuffer.allocate(6 + 4 * handles.size());
    body.putInt(2 + 4 * handles.size()).putShort((short) handles.size());
    handles.forEach(body::putInt);
    return Octets.frame(RESPONSE, 0, body.array());
  }

  private static boolean loadsAKey(int code) {
    return code == LOAD_KEY
        || code == LOAD_KEY2
        || code == LOAD_CONTEXT
        || code == LOAD_KEY_CONTEXT;
  }

  private static byte[] refused(int code) {
    return Octets.frame(RESPONSE, code, new byte[0]);
  }

  // ---- what a command names

  private int boardKeys(Tenant tenant, byte[] command, int code, List<LoadedKey> named)
      throws IOException {
    int first = 10;
    int count = ONE_KEY.contains(code) ? 1 : TWO_KEYS.contains(code) ? 2 : 0;
    if ((code == OSAP || code == DSAP) && command.length >= 16) {
      first = 12;
      count = (int16(command, 10) & 0xff) == ET_KEYHANDLE ? 1 : 0;
    } else if (code == SAVE_CONTEXT && command.length >= 18) {
      count = int32(command, 14) == RT_KEY ? 1 : 0;
    }
    if (command.length < first + 4 * count) {
      return 0;
    }
    for (int i = 0; i < count; i++) {
      int refusal = boardKey(tenant, int32(command, first + 4 * i), named);
      if (refusal != 0) {
        return refusal;
      }
    }
    for (int i = 0; i < count; i++) {
      LoadedKey key = keys.get(int32(command, first + 4 * i));
      if (key != null) {
        put(command, first + 4 * i, key.physical);
      }
    }
    return 0;
  }

  /** A key that is in no book is the TPM's own, such as the storage root key, or an owner's. */
  private int boardKey(Tenant tenant, int handle, List<LoadedKey> named) throws IOException {
    LoadedKey key = keys.get(handle);
    if (key == null) {
      boolean others =
          keys.values().stream().anyMatch(each -> each.loaded && each.physical == handle);
      return others ? INVALID_KEYHANDLE : 0;
    }
    if (key.owner != tenant) {
      return INVALID_KEYHANDLE;
    }
    named.add(key);
    key.used = ++clock;
    return load(key, named);
  }

  private int boardSessions(Tenant tenant, byte[] command, int code, List<Integer> used) {
    int tag = int16(command, 0);
    int count = tag == ONE_SESSION ? 1 : tag == TWO_SESSIONS ? 2 : 0;
    if (command.length < 10 + count * SESSION_IN_COMMAND) {
      return 0;
    }
    for (int i = count; i > 0; i--) {
      used.add(int32(command, command.length - i * SESSION_IN_COMMAND));
    }
    List<Integer> all = new ArrayList<>(used);
    boolean savesOne = code == SAVE_CONTEXT && command.length >= 18 && int32(command, 14) != RT_KEY;
    if ((code == TERMINATE_HANDLE || savesOne) && command.length >= 14) {
      all.add(int32(command, 10));
    }
    for (int handle : all) {
      OpenSession session = sessions.get(handle);
      if (session == null || session.owner != tenant) {
        return INVALID_AUTHHANDLE;
      }
    }
    return 0;
  }

  // ---- what a command has changed

  private void settle(
      Tenant tenant,
      byte[] command,
      int code,
      byte[] response,
      List<LoadedKey> named,
      List<Integer> used)
      throws IOException {
    int result = Frames.codeIn(response);
    if (result == RETRY) {
      return;
    }
    if (result == INVALID_POSTINIT && code != STARTUP) {
      forgetLoaded();
    }
    if (result != 0) {
      // The TPM ends the sessions of what failed. Where it did not, nobody could use them.
      for (int handle : used) {
        end(handle);
      }
      return;
    }
    endThoseThatDoNotGoOn(command, used);
    switch (code) {
      case STARTUP -> forgetLoaded();
      case EVICT_KEY -> named.forEach(key -> keys.remove(key.virtual));
      case TERMINATE_HANDLE -> sessions.remove(int32(command, 10));
      case SAVE_CONTEXT -> {
        if (named.isEmpty() && command.length >= 14) {
          sessions.remove(int32(command, 10));
        }
      }
      case LOAD_KEY -> admitUnderItsNumber(tenant, response);
      case LOAD_KEY2, LOAD_KEY_CONTEXT -> put(response, 10, admitKey(tenant, int32(response, 10)));
      case LOAD_CONTEXT -> admitLoaded(tenant, command, response);
      case OIAP, OSAP, DSAP -> admitSession(tenant, int32(response, 10), RT_AUTH);
      case ESTABLISH_TRANSPORT -> admitSession(tenant, int32(response, 10), RT_TRANS);
      default -> {}
    }
  }

  private void endThoseThatDoNotGoOn(byte[] command, List<Integer> used) {
    for (int i = 0; i < used.size(); i++) {
      int at = command.length - (used.size() - i) * SESSION_IN_COMMAND;
      if (command[at + 24] == 0) {
        sessions.remove(used.get(i));
      }
    }
  }

  private void end(int handle) throws IOException {
    OpenSession session = sessions.remove(handle);
    if (session != null) {
      line.ask(flushing(handle, session.type));
    }
  }

  private void admitSession(Tenant tenant, int handle, int type) {
    sessions.put(handle, new OpenSession(tenant, type));
  }

  private int admitKey(Tenant tenant, int physical) {
    keys.values().stream()
        .filter(key -> key.loaded && key.physical == physical)
        .forEach(key -> key.loaded = false);
    // As a rule the TPM's own number. It may have given it before, to a key that has moved since.
    int virtual = physical;
    while (keys.containsKey(virtual)) {
      virtual++;
    }
    LoadedKey key = new LoadedKey(tenant, virtual, physical);
    key.used = ++clock;
    keys.put(virtual, key);
    return virtual;
  }

  /** TPM_LoadKey's answer has the handle inside its HMAC: it cannot be another. */
  private void admitUnderItsNumber(Tenant tenant, byte[] response) throws IOException {
    int physical = int32(response, 10);
    if (!keys.containsKey(physical)) {
      admitKey(tenant, physical);
      return;
    }
    line.ask(flushing(physical, RT_KEY));
    put(response, 6, RESOURCES);
  }

  private void admitLoaded(Tenant tenant, byte[] command, byte[] response) {
    // entityHandle, keepHandle, size, then TPM_CONTEXT_BLOB: a tag, and the type of the resource.
    int type = command.length >= 25 ? int32(command, 21) : 0;
    if (type == RT_KEY) {
      put(response, 10, admitKey(tenant, int32(response, 10)));
    } else if (type == RT_AUTH || type == RT_TRANS) {
      admitSession(tenant, int32(response, 10), type);
    }
  }

  private byte[] flush(Tenant tenant, byte[] command) throws IOException {
    int handle = int32(command, 10);
    int type = int32(command, 14);
    LoadedKey key = keys.get(handle);
    OpenSession session = sessions.get(handle);
    if (type == RT_KEY && key != null) {
      if (key.owner != tenant) {
        return refused(INVALID_KEYHANDLE);
      }
      keys.remove(handle);
      return key.loaded ? line.exchange(flushing(key.physical, RT_KEY)) : refused(0);
    }
    if (session != null && session.type == type) {
      if (session.owner != tenant) {
        return refused(INVALID_AUTHHANDLE);
      }
      sessions.remove(handle);
    }
    return line.exchange(command);
  }

  private static byte[] flushing(int handle, int type) {
    return Octets.frame(
        REQUEST, FLUSH_SPECIFIC, ByteBuffer.allocate(8).putInt(handle).putInt(type).array());
  }

  // ---- making room

  /** Before a key comes in: a command that fails would end its sessions. */
  private void makeRoom(List<LoadedKey> aboard) throws IOException {
    if (freePlaces() == 0) {
      evict(aboard);
    }
  }

  /** TPM_CAP_PROP_KEYS; many if the TPM does not say. */
  private int freePlaces() throws IOException {
    // TPM_CAP_PROPERTY, four octets, TPM_CAP_PROP_KEYS.
    byte[] answer =
        line.ask(
            Octets.frame(
                REQUEST, GET_CAPABILITY, Octets.hex("00000005" + "00000004" + "00000104")));
    return Frames.codeIn(answer) == 0 && answer.length >= 18 ? int32(answer, 14) : 1;
  }

  private boolean evict(List<LoadedKey> aboard) throws IOException {
    List<LoadedKey> candidates =
        keys.values().stream()
            .filter(key -> key.loaded && !aboard.contains(key))
            .sorted(Comparator.comparingLong(key -> key.used))
            .toList();
    for (LoadedKey key : candidates) {
      if (key.context != null || save(key)) {
        int result = Frames.codeIn(line.ask(flushing(key.physical, RT_KEY)));
        if (result == 0) {
          key.loaded = false;
          return true;
        }
        LOG.debug("a key is not flushed: 0x{}", Integer.toHexString(result));
      }
    }
    return false;
  }

  private boolean save(LoadedKey key) throws IOException {
    byte[] body = ByteBuffer.allocate(24).putInt(key.physical).putInt(RT_KEY).array();
    byte[] answer = line.ask(Octets.frame(REQUEST, SAVE_CONTEXT, body));
    if (Frames.codeIn(answer) != 0) {
      LOG.debug("a key is not saved: 0x{}", Integer.toHexString(Frames.codeIn(answer)));
      return false;
    }
    // A size of 32 bits and the TPM_CONTEXT_BLOB, as TPM_LoadContext takes them.
    key.context = Arrays.copyOfRange(answer, 10, answer.length);
    return true;
  }

  private int load(LoadedKey key, List<LoadedKey> aboard) throws IOException {
    byte[] context = key.context;
    if (key.loaded) {
      return 0;
    }
    if (context == null) {
      keys.remove(key.virtual);
      return INVALID_KEYHANDLE;
    }
    makeRoom(aboard);
    byte[] body =
        ByteBuffer.allocate(5 + context.length).putInt(0).put((byte) 0).put(context).array();
    byte[] answer = line.ask(Octets.frame(REQUEST, LOAD_CONTEXT, body));
    int result = Frames.codeIn(answer);
    if (result != 0) {
      LOG.debug("a key's context is refused with 0x{}", Integer.toHexString(result));
      keys.remove(key.virtual);
      return INVALID_KEYHANDLE;
    }
    int physical = int32(answer, 10);
    keys.values().stream()
        .filter(each -> each.loaded && each.physical == physical)
        .forEach(each -> each.loaded = false);
    key.physical = physical;
    key.loaded = true;
    return 0;
  }

  // ---- keeping the books right

  @Override
  public void depart(Tenant tenant) throws IOException {
    for (LoadedKey key : List.copyOf(keys.values())) {
      if (key.owner == tenant) {
        keys.remove(key.virtual);
        if (key.loaded) {
          line.ask(flushing(key.physical, RT_KEY));
        }
      }
    }
    for (Map.Entry<Integer, OpenSession> each : List.copyOf(sessions.entrySet())) {
      if (each.getValue().owner == tenant) {
        end(each.getKey());
      }
    }
  }

  @Override
  public void forgetLoaded() {
    keys.values().forEach(key -> key.loaded = false);
    sessions.clear();
  }

  @Override
  public void takeStock() throws IOException {
    Optional<int[]> loaded = handles(RT_KEY);
    Optional<int[]> open = handles(RT_AUTH);
    if (loaded.isEmpty() || open.isEmpty()) {
      forgetLoaded();
      return;
    }
    for (LoadedKey key : keys.values()) {
      key.loaded =
          key.loaded && IntStream.of(loaded.get()).anyMatch(handle -> handle == key.physical);
    }
    sessions
        .entrySet()
        .removeIf(
            each ->
                each.getValue().type == RT_AUTH
                    && IntStream.of(open.get()).noneMatch(handle -> handle == each.getKey()));
  }

  /** TPM_KEY_HANDLE_LIST of one type of resource; empty if the TPM does not say. */
  private Optional<int[]> handles(int type) throws IOException {
    byte[] body = ByteBuffer.allocate(12).putInt(CAP_HANDLE).putInt(4).putInt(type).array();
    byte[] answer = line.ask(Octets.frame(REQUEST, GET_CAPABILITY, body));
    if (Frames.codeIn(answer) != 0 || answer.length < 16) {
      return Optional.empty();
    }
    int count = Math.min(int16(answer, 14), (answer.length - 16) / 4);
    return Optional.of(IntStream.range(0, count).map(i -> int32(answer, 16 + 4 * i)).toArray());
  }
}
