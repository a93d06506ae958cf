package org.tssj.transport.rm;

import static org.tssj.transport.rm.Octets.SAVED_HANDLE;
import static org.tssj.transport.rm.Octets.int16;
import static org.tssj.transport.rm.Octets.int32;
import static org.tssj.transport.rm.Octets.put;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.transport.link.Frames;

/** The books of a TPM 2.0. */
final class Swapper20 implements Swapper {

  private static final Logger LOG = LoggerFactory.getLogger(Swapper20.class);

  private static final int NO_SESSIONS = 0x8001;
  private static final int SESSIONS = 0x8002;

  private static final int STARTUP = 0x144;
  private static final int CONTEXT_LOAD = 0x161;
  private static final int CONTEXT_SAVE = 0x162;
  private static final int FLUSH_CONTEXT = 0x165;
  private static final int GET_CAPABILITY = 0x17a;

  private static final int CAP_HANDLES = 1;
  private static final int CAP_COMMANDS = 2;
  private static final int CAP_TPM_PROPERTIES = 6;
  private static final int PT_CONTEXT_GAP_MAX = 0x114;

  private static final int HMAC_SESSION = 0x02;
  private static final int POLICY_SESSION = 0x03;
  private static final int TRANSIENT = 0x80;

  // TPM2_GetCapability gives two lists by the numbers of the two types of session.
  private static final int LOADED_SESSIONS = 0x02000000;
  private static final int SAVED_SESSIONS = 0x03000000;
  private static final int TRANSIENT_OBJECTS = 0x80000000;

  private static final int RC_INITIALIZE = 0x100;
  private static final int RC_CONTEXT_GAP = 0x901;
  private static final int RC_OBJECT_MEMORY = 0x902;
  private static final int RC_SESSION_MEMORY = 0x903;
  private static final int RC_MEMORY = 0x904;
  private static final int RC_SESSION_HANDLES = 0x905;
  private static final int RC_OBJECT_HANDLES = 0x906;
  private static final int RC_CANCELED = 0x909;
  private static final int RC_REFERENCE_H0 = 0x910;
  private static final int RC_REFERENCE_S0 = 0x918;
  private static final int LAST_REFERENCE = 0x91e;

  // TPM_RC_HANDLE of parameter 1, as TPM2_FlushContext says it.
  private static final int RC_HANDLE_P1 = 0x1cb;

  private static final int CONTINUE_SESSION = 1;
  private static final int PASSWORD = 0x40000009;

  // Ours have bit 23: no TPM has so many slots, so that a trace shows whose number a handle is.
  private static final int FIRST_VIRTUAL = 0x80800000;
  private static final int LAST_VIRTUAL = 0x80fffff0;

  // A gap of 255 is the least the specification allows.
  private static final long LEAST_GAP = 255;

  private final Line line;
  private final Map<Integer, CommandShape> shapes = new HashMap<>();
  private final Map<Integer, TransientObject> objects = new TreeMap<>();
  private final Map<Integer, TransientObject> loadedObjects = new HashMap<>();
  private final Map<Integer, ActiveSession> sessions = new TreeMap<>();

  // Loaded before we came, by somebody we do not know.
  private final Set<Integer> foreign = new HashSet<>();

  private boolean stockTaken;
  private long halfGap = LEAST_GAP / 2;
  private int nextVirtual = FIRST_VIRTUAL;
  private long clock;

  // How many objects were loaded when there was no room for one more; a hint that saves a refusal.
  private int fullAt = Integer.MAX_VALUE;

  Swapper20(Line line) {
    this.line = line;
  }

  // ---- a client's command

  @Override
  public byte[] exchange(Tenant tenant, byte[] command) throws IOException {
    int code = code(command);
    if (code == GET_CAPABILITY) {
      Optional<byte[]> list = handlesOf(tenant, command);
      if (list.isPresent()) {
        return list.get();
      }
    } else if (code == FLUSH_CONTEXT && command.length == 14) {
      return flush(tenant, command);
    }
    learnShapes();
    CommandShape shape = shapes.getOrDefault(code, CommandShape.NONE);
    Passage passage = new Passage(tenant, command, code, shape);
    int refusal = passage.board();
    if (refusal != 0) {
      return refused(refusal);
    }
    byte[] response = passage.send();
    passage.settle(response);
    return response;
  }

  /** One command of one client on its way. */
  private final class Passage {

    private final Tenant tenant;
    private final int code;
    private final CommandShape shape;
    private byte[] command;

    // What the command names must stay where it is until the command has ended.
    private final Set<Object> aboard = new HashSet<>();
    private final List<TransientObject> named = new ArrayList<>();
    private final List<ActiveSession> namedSessions = new ArrayList<>();
    private final List<ActiveSession> ending = new ArrayList<>();

    Passage(Tenant tenant, byte[] command, int code, CommandShape shape) {
      this.tenant = tenant;
      this.command = command.clone();
      this.code = code;
      this.shape = shape;
    }

    /**
     * Sees to it that everything the command names is loaded, and writes the TPM's handles into it.
     *
     * @return 0, or the response code that the client gets instead
     */
    int board() throws IOException {
      if (code == CONTEXT_LOAD) {
        takeNewestContext();
      }
      int end = 10 + 4 * shape.handles();
      if (command.length < end) {
        // The TPM says what is wrong with it.
        return 0;
      }
      for (int i = 0; i < shape.handles(); i++) {
        int refusal = boardHandle(int32(command, 10 + 4 * i), RC_REFERENCE_H0 + i);
        if (refusal != 0) {
          return refusal;
        }
      }
      int refusal = int16(command, 0) == SESSIONS ? boardSessions(end) : 0;
      if (refusal != 0) {
        return refusal;
      }
      for (int i = 0; i < shape.handles(); i++) {
        TransientObject object = objects.get(int32(command, 10 + 4 * i));
        if (object != null) {
          put(command, 10 + 4 * i, object.physical);
        }
      }
      return 0;
    }

    private int boardHandle(int handle, int unknown) throws IOException {
      switch (handle >>> 24) {
        case TRANSIENT -> {
          TransientObject object = objects.get(handle);
          if (object == null || object.owner != tenant) {
            return unknown;
          }
          named.add(object);
          aboard.add(object);
          return load(object, aboard, unknown);
        }
        case HMAC_SESSION, POLICY_SESSION -> {
          ActiveSession session = sessions.get(handle);
          if (session == null || !session.isUsableBy(tenant)) {
            return unknown;
          }
          namedSessions.add(session);
          aboard.add(session);
          return load(session, aboard, unknown);
        }
        default -> {
          return 0;
        }
      }
    }

    /** The authorization area: handle, nonce, attributes and HMAC of each session. */
    private int boardSessions(int start) throws IOException {
      if (command.length < start + 4) {
        return 0;
      }
      long end = start + 4 + Integer.toUnsignedLong(int32(command, start));
      int at = start + 4;
      for (int i = 0; i < 3 && at + 9 <= end && end <= command.length; i++) {
        int handle = int32(command, at);
        int attributes = at + 6 + int16(command, at + 4);
        if (attributes + 3 > end) {
          return 0;
        }
        if (handle != PASSWORD) {
          int before = namedSessions.size();
          int refusal = boardHandle(handle, RC_REFERENCE_S0 + i);
          if (refusal != 0) {
            return refusal;
          }
          if (namedSessions.size() > before && (command[attributes] & CONTINUE_SESSION) == 0) {
            ending.add(namedSessions.get(before));
          }
        }
        at = attributes + 3 + int16(command, attributes + 1);
      }
      return 0;
    }

    /** A session that its client saved may have been saved again since, for the gap. */
    private void takeNewestContext() {
      if (command.length < 10 + SAVED_HANDLE + 4) {
        return;
      }
      ActiveSession session = sessions.get(int32(command, 10 + SAVED_HANDLE));
      if (session != null
          && session.given != null
          && session.context != null
          && Arrays.equals(
              session.given, 0, session.given.length, command, 10, command.length)) {
        command = Octets.frame(NO_SESSIONS, CONTEXT_LOAD, session.context);
      }
    }

    /** Sends it, and makes room as long as the TPM says that it has none. */
    byte[] send() throws IOException {
      int patience = objects.size() + 2 * sessions.size() + 2;
      byte[] response = line.exchange(command);
      while (patience-- > 0 && makeRoom(Frames.codeIn(response), aboard)) {
        response = line.exchange(command);
      }
      return response;
    }

    /** Writes into the books what the command has changed, and our handle into its answer. */
    void settle(byte[] response) throws IOException {
      int result = Frames.codeIn(response);
      if (result == RC_INITIALIZE && code != STARTUP) {
        forgetLoaded();
      } else if (result >= RC_REFERENCE_H0 && result <= LAST_REFERENCE && !aboard.isEmpty()) {
        // The books are wrong: it was reset behind our back, perhaps.
        takeStock();
      }
      if (result != 0) {
        return;
      }
      ending.forEach(session -> sessions.remove(session.handle));
      if (shape.flushes()) {
        named.forEach(Swapper20.this::drop);
      }
      if (code == STARTUP) {
        forgetLoaded();
      } else if (code == CONTEXT_SAVE) {
        for (ActiveSession session : namedSessions) {
          session.context = Arrays.copyOfRange(response, 10, response.length);
          session.given = session.context;
          keepInsideGap(aboard);
        }
      } else if (shape.extensive()) {
        takeStock();
      }
      if (shape.returnsHandle() && response.length >= 14) {
        put(response, 10, admit(tenant, int32(response, 10)));
      }
    }
  }

  /** An answer that is nothing but its response code. */
  private static byte[] refused(int code) {
    return Octets.frame(NO_SESSIONS, code, new byte[0]);
  }

  private static int code(byte[] command) {
    return int32(command, 6);
  }

  /** A handle that the TPM has just given: whose it is from now on, and under which number. */
  private int admit(Tenant tenant, int handle) {
    switch (handle >>> 24) {
      case TRANSIENT -> {
        TransientObject object = new TransientObject(tenant, newVirtual(), handle);
        object.used = ++clock;
        objects.put(object.virtual, object);
        occupy(object, handle);
        return object.virtual;
      }
      case HMAC_SESSION, POLICY_SESSION -> {
        ActiveSession session = new ActiveSession(handle, tenant);
        session.used = ++clock;
        sessions.put(handle, session);
        foreign.remove(handle);
        return handle;
      }
      default -> {
        return handle;
      }
    }
  }

  /** If the TPM gives a handle away again, what had it before is gone without our knowing. */
  private void occupy(TransientObject object, int physical) {
    TransientObject before = loadedObjects.put(physical, object);
    if (before != null && before != object) {
      before.physical = TransientObject.NOWHERE;
    }
    foreign.remove(physical);
    object.physical = physical;
  }

  private int newVirtual() {
    do {
      nextVirtual = nextVirtual == LAST_VIRTUAL ? FIRST_VIRTUAL : nextVirtual + 1;
    } while (objects.containsKey(nextVirtual));
    return nextVirtual;
  }

  private void drop(TransientObject object) {
    objects.remove(object.virtual);
    loadedObjects.remove(object.physical, object);
    object.physical = TransientObject.NOWHERE;
  }

  /** TPM2_FlushContext, whose handle is a parameter. */
  private byte[] flush(Tenant tenant, byte[] command) throws IOException {
    int handle = int32(command, 10);
    TransientObject object = objects.get(handle);
    ActiveSession session = sessions.get(handle);
    if (object != null && object.owner == tenant) {
      byte[] response =
          object.isLoaded() ? line.exchange(flushing(object.physical)) : refused(0);
      if (!isPassing(Frames.codeIn(response))) {
        drop(object);
      }
      return response;
    }
    if (session != null && (session.owner == tenant || session.owner == null)) {
      byte[] response = line.exchange(flushing(handle));
      if (!isPassing(Frames.codeIn(response))) {
        sessions.remove(handle);
      }
      return response;
    }
    // Also for what is not there in any case: the TPM's own words for it.
    return refused(RC_HANDLE_P1);
  }

  private static byte[] flushing(int handle) {
    return Octets.frame(
        NO_SESSIONS, FLUSH_CONTEXT, ByteBuffer.allocate(4).putInt(handle).array());
  }

  // ---- TPM2_GetCapability

  /** The answer to TPM2_GetCapability(TPM_CAP_HANDLES), if it is that and concerns us. */
  private Optional<byte[]> handlesOf(Tenant tenant, byte[] command) {
    if (int16(command, 0) != NO_SESSIONS
        || command.length != 22
        || int32(command, 10) != CAP_HANDLES) {
      return Optional.empty();
    }
    int first = int32(command, 14);
    IntStream all;
    switch (first >>> 24) {
      case TRANSIENT ->
          all =
              objects.values().stream()
                  .filter(object -> object.owner == tenant)
                  .mapToInt(object -> object.virtual)
                  .filter(handle -> handle >= first);
      case HMAC_SESSION -> all = sessionsOf(session -> session.isUsableBy(tenant), first);
      case POLICY_SESSION ->
          all =
              sessionsOf(session -> session.owner == tenant && session.given != null, first);
      default -> {
        return Optional.empty();
      }
    }
    int[] handles = all.toArray();
    // As many as the TPM itself gives at most (MAX_CAP_HANDLES): 254.
    int count = (int) Math.min(handles.length, Math.min(254, int32(command, 18) & 0xffffffffL));
    ByteBuffer body = ByteBuffer.allocate(1 + 4 + 4 + 4 * count);
    body.put((byte) (handles.length > count ? 1 : 0)).putInt(CAP_HANDLES).putInt(count);
    Arrays.stream(handles, 0, count).forEach(body::putInt);
    return Optional.of(Octets.frame(NO_SESSIONS, 0, body.array()));
  }

  /** In the order of their numbers, whatever their type. */
  private IntStream sessionsOf(Predicate<ActiveSession> which, int first) {
    return sessions.values().stream()
        .filter(which)
        .mapToInt(session -> session.handle)
        .filter(handle -> (handle & 0xffffff) >= (first & 0xffffff))
        .boxed()
        .sorted(Comparator.comparingInt(handle -> handle & 0xffffff))
        .mapToInt(Integer::intValue);
  }

  private void learnShapes() throws IOException {
    if (!shapes.isEmpty()) {
      return;
    }
    int next = 0;
    boolean more = true;
    while (more) {
      byte[] answer = line.ask(asking(CAP_COMMANDS, next));
      if (Frames.codeIn(answer) != 0 || answer.length < 19) {
        // Not started yet, or out of order: it refuses whatever has a handle, too.
        return;
      }
      int count = Math.min(int32(answer, 15), (answer.length - 19) / 4);
      for (int i = 0; i < count; i++) {
        int attributes = int32(answer, 19 + 4 * i);
        shapes.put(CommandShape.codeOf(attributes), CommandShape.of(attributes));
        next = CommandShape.codeOf(attributes) + 1;
      }
      more = answer[10] != 0 && count > 0;
    }
    byte[] answer = line.ask(asking(CAP_TPM_PROPERTIES, PT_CONTEXT_GAP_MAX));
    if (Frames.codeIn(answer) == 0
        && answer.length >= 27
        && int32(answer, 19) == PT_CONTEXT_GAP_MAX) {
      halfGap = Math.max(LEAST_GAP, Integer.toUnsignedLong(int32(answer, 23))) / 2;
    }
  }

  private static byte[] asking(int capability, int first) {
    return Octets.frame(
        NO_SESSIONS,
        GET_CAPABILITY,
        ByteBuffer.allocate(12).putInt(capability).putInt(first).putInt(256).array());
  }

  // ---- loading

  /**
   * Loads what a command names.
   *
   * @return 0, or what the client is answered
   */
  private int load(TransientObject object, Set<Object> aboard, int unknown) throws IOException {
    object.used = ++clock;
    if (object.isLoaded()) {
      return 0;
    }
    byte[] context = object.context;
    if (context == null) {
      drop(object);
      return unknown;
    }
    if (loadedObjects.size() >= fullAt) {
      evictObject(aboard);
    }
    byte[] answer = loading(context, aboard);
    int result = Frames.codeIn(answer);
    if (result == 0) {
      occupy(object, int32(answer, 10));
      return 0;
    }
    if (isPassing(result)) {
      return result;
    }
    LOG.debug("an object's context is refused with 0x{}", Integer.toHexString(result));
    drop(object);
    return unknown;
  }

  private int load(ActiveSession session, Set<Object> aboard, int unknown) throws IOException {
    session.used = ++clock;
    byte[] context = session.context;
    if (context == null) {
      return 0;
    }
    byte[] answer = loading(context, aboard);
    int result = Frames.codeIn(answer);
    if (result == 0) {
      session.context = null;
      return 0;
    }
    if (isPassing(result)) {
      return result;
    }
    LOG.debug("a session's context is refused with 0x{}", Integer.toHexString(result));
    sessions.remove(session.handle);
    return unknown;
  }

  /** Refusals that say nothing about the context: cancelled, no room, not started. */
  private static boolean isPassing(int result) {
    return result == RC_CANCELED
        || result == RC_INITIALIZE
        || result >= RC_CONTEXT_GAP && result <= RC_OBJECT_HANDLES;
  }

  private byte[] loading(byte[] context, Set<Object> aboard) throws IOException {
    byte[] command = Octets.frame(NO_SESSIONS, CONTEXT_LOAD, context);
    int patience = objects.size() + 2 * sessions.size() + 2;
    byte[] answer = line.ask(command);
    while (patience-- > 0 && makeRoom(Frames.codeIn(answer), aboard)) {
      answer = line.ask(command);
    }
    return answer;
  }

  // ---- making room

  /**
   * @param refusal why the TPM did not
   * @param aboard what must stay
   * @return whether it is worth asking again
   */
  private boolean makeRoom(int refusal, Set<Object> aboard) throws IOException {
    return switch (refusal) {
      case RC_OBJECT_MEMORY, RC_OBJECT_HANDLES -> {
        fullAt = Math.min(fullAt, Math.max(1, loadedObjects.size()));
        yield evictObject(aboard);
      }
      case RC_SESSION_MEMORY -> saveSession(aboard);
      case RC_MEMORY -> evictObject(aboard) || saveSession(aboard);
      case RC_SESSION_HANDLES -> flushAbandoned();
      case RC_CONTEXT_GAP -> saveOldestAgain(aboard);
      default -> false;
    };
  }

  private boolean evictObject(Set<Object> aboard) throws IOException {
    List<TransientObject> candidates =
        loadedObjects.values().stream()
            .filter(object -> !aboard.contains(object))
            .sorted(Comparator.comparingLong(object -> object.used))
            .toList();
    for (TransientObject object : candidates) {
      if (object.isSavedForGood() || save(object)) {
        int result = Frames.codeIn(line.ask(flushing(object.physical)));
        if (result == 0) {
          loadedObjects.remove(object.physical, object);
          object.physical = TransientObject.NOWHERE;
          return true;
        }
        LOG.debug("an object is not flushed: 0x{}", Integer.toHexString(result));
      }
    }
    return false;
  }

  private boolean save(TransientObject object) throws IOException {
    byte[] answer = saving(object.physical);
    if (Frames.codeIn(answer) != 0) {
      LOG.debug("an object is not saved: 0x{}", Integer.toHexString(Frames.codeIn(answer)));
      return false;
    }
    object.context = Arrays.copyOfRange(answer, 10, answer.length);
    return true;
  }

  private byte[] saving(int handle) throws IOException {
    return line.ask(
        Octets.frame(NO_SESSIONS, CONTEXT_SAVE, ByteBuffer.allocate(4).putInt(handle).array()));
  }

  private boolean saveSession(Set<Object> aboard) throws IOException {
    List<ActiveSession> candidates =
        sessions.values().stream()
            .filter(session -> session.isLoaded() && !aboard.contains(session))
            .sorted(Comparator.comparingLong(session -> session.used))
            .toList();
    for (ActiveSession session : candidates) {
      if (save(session)) {
        keepInsideGap(aboard);
        return true;
      }
    }
    return false;
  }

  private boolean save(ActiveSession session) throws IOException {
    byte[] answer = saving(session.handle);
    if (Frames.codeIn(answer) != 0) {
      LOG.debug("a session is not saved: 0x{}", Integer.toHexString(Frames.codeIn(answer)));
      return false;
    }
    session.context = Arrays.copyOfRange(answer, 10, answer.length);
    return true;
  }

  /**
   * Saves again what was saved so long ago that it is half of the gap behind. There is room for it:
   * a session has just been saved.
   */
  private void keepInsideGap(Set<Object> aboard) throws IOException {
    long newest =
        sessions.values().stream()
            .filter(session -> !session.isLoaded())
            .mapToLong(ActiveSession::sequence)
            .max()
            .orElse(0);
    List<ActiveSession> old =
        sessions.values().stream()
            .filter(session -> !session.isLoaded() && newest - session.sequence() >= halfGap)
            .sorted(Comparator.comparingLong(ActiveSession::sequence))
            .toList();
    for (ActiveSession session : old) {
      saveAgain(session, aboard);
    }
  }

  /** Only what others saved can have used up the gap; the oldest of ours may still be the one. */
  private boolean saveOldestAgain(Set<Object> aboard) throws IOException {
    Optional<ActiveSession> oldest =
        sessions.values().stream()
            .filter(session -> !session.isLoaded() && !aboard.contains(session))
            .min(Comparator.comparingLong(ActiveSession::sequence));
    return oldest.isPresent() && saveAgain(oldest.get(), aboard);
  }

  private boolean saveAgain(ActiveSession session, Set<Object> aboard) throws IOException {
    byte[] context = session.context;
    if (context == null) {
      return false;
    }
    int result =
        Frames.codeIn(line.ask(Octets.frame(NO_SESSIONS, CONTEXT_LOAD, context)));
    if (result != 0) {
      LOG.debug("an old session is not loaded: 0x{}", Integer.toHexString(result));
      return false;
    }
    session.context = null;
    if (aboard.contains(session)) {
      return true;
    }
    return save(session);
  }

  /** Of the sessions that clients saved and left, the one that was used least recently. */
  private boolean flushAbandoned() throws IOException {
    Optional<ActiveSession> oldest =
        sessions.values().stream()
            .filter(session -> session.owner == null)
            .min(Comparator.comparingLong(session -> session.used));
    if (oldest.isEmpty()) {
      return false;
    }
    sessions.remove(oldest.get().handle);
    return Frames.codeIn(line.ask(flushing(oldest.get().handle))) == 0;
  }

  // ---- keeping the books right

  @Override
  public void depart(Tenant tenant) throws IOException {
    for (TransientObject object : List.copyOf(objects.values())) {
      if (object.owner == tenant) {
        // First the books: what cannot be flushed now is nobody's when stock is taken.
        int physical = object.physical;
        drop(object);
        if (physical != TransientObject.NOWHERE) {
          line.ask(flushing(physical));
        }
      }
    }
    for (ActiveSession session : List.copyOf(sessions.values())) {
      if (session.owner == tenant) {
        if (session.given != null) {
          session.owner = null;
        } else {
          sessions.remove(session.handle);
          line.ask(flushing(session.handle));
        }
      }
    }
  }

  @Override
  public void forgetLoaded() {
    loadedObjects.values().forEach(object -> object.physical = TransientObject.NOWHERE);
    loadedObjects.clear();
    sessions.values().removeIf(ActiveSession::isLoaded);
    foreign.clear();
    fullAt = Integer.MAX_VALUE;
  }

  @Override
  public void takeStock() throws IOException {
    Optional<Set<Integer>> loaded = handles(TRANSIENT_OBJECTS);
    Optional<Set<Integer>> loadedSessions = handles(LOADED_SESSIONS);
    Optional<Set<Integer>> savedSessions = handles(SAVED_SESSIONS);
    if (loaded.isEmpty() || loadedSessions.isEmpty() || savedSessions.isEmpty()) {
      // It has no power, or is not started.
      forgetLoaded();
      return;
    }
    if (!stockTaken) {
      stockTaken = true;
      foreign.addAll(loaded.get());
      foreign.addAll(loadedSessions.get());
      foreign.addAll(savedSessions.get());
      if (!foreign.isEmpty()) {
        LOG.info("somebody has left {} objects and sessions in the TPM", foreign.size());
      }
      return;
    }
    for (TransientObject object : List.copyOf(loadedObjects.values())) {
      if (!loaded.get().contains(object.physical)) {
        loadedObjects.remove(object.physical);
        object.physical = TransientObject.NOWHERE;
      }
    }
    Set<Integer> surplus = new HashSet<>(loaded.get());
    surplus.removeAll(loadedObjects.keySet());
    for (ActiveSession session : List.copyOf(sessions.values())) {
      if (loadedSessions.get().contains(session.handle)) {
        session.context = null;
        session.given = null;
      } else if (!savedSessions.get().contains(session.handle)) {
        sessions.remove(session.handle);
      } else if (session.isLoaded()) {
        // It was saved, and the context was lost on the way.
        surplus.add(session.handle);
        sessions.remove(session.handle);
      }
    }
    surplus.addAll(loadedSessions.get());
    surplus.addAll(savedSessions.get());
    surplus.removeAll(sessions.keySet());
    foreign.retainAll(surplus);
    surplus.removeAll(foreign);
    for (int handle : surplus) {
      LOG.debug("nobody owns 0x{}", Integer.toHexString(handle));
      line.ask(flushing(handle));
    }
  }

  /** What the TPM has of one type; empty if it does not say. */
  private Optional<Set<Integer>> handles(int first) throws IOException {
    Set<Integer> all = new HashSet<>();
    int next = first;
    boolean more = true;
    while (more) {
      byte[] answer = line.ask(asking(CAP_HANDLES, next));
      if (Frames.codeIn(answer) != 0 || answer.length < 19) {
        return Optional.empty();
      }
      int count = Math.min(int32(answer, 15), (answer.length - 19) / 4);
      for (int i = 0; i < count; i++) {
        int handle = int32(answer, 19 + 4 * i);
        all.add(handle);
        next = (first & 0xff000000 | handle & 0xffffff) + 1;
      }
      more = answer[10] != 0 && count > 0;
    }
    return Optional.of(all);
  }

}
