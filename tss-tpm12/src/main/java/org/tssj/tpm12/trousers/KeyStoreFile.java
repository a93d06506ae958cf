package org.tssj.tpm12.trousers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.key.OpenKey;

/**
 * trousers' {@code system.data} (all users, kept by tcsd) or {@code user.data} (one user's, in
 * {@code ~/.trousers} or where {@code TSS_USER_PS_FILE} says): keys by UUID with their parents.
 *
 * <p>Numbers and UUIDs stand in the order of the machine that wrote the file, which reading finds
 * out and writing keeps. tcsd reads its file when it starts and does not look again.
 *
 * <pre>{@code
 * KeyStoreFile store = KeyStoreFile.read(Bytes.wrap(Files.readAllBytes(path)));
 * Files.write(path, store.with(RegisteredKey.of(uuid, parent, key)).write().toArray());
 * }</pre>
 *
 * @param order of the machine that wrote it
 * @param keys in the order of the file, no two with one UUID
 */
public record KeyStoreFile(ByteOrder order, List<RegisteredKey> keys) {

  private static final int VERSION = 1;
  private static final int MOST_IN_16_BITS = 0xffff;

  /** UUIDs, sizes and flags before the octets of a key. */
  private static final int ENTRY = 2 * KeyUuid.SIZE + 2 + 2 + 4 + 2;

  /** No keys, for a little-endian machine. */
  public static final KeyStoreFile EMPTY = new KeyStoreFile(ByteOrder.LITTLE_ENDIAN, List.of());

  public KeyStoreFile {
    keys = List.copyOf(keys);
    Set<UUID> seen = new HashSet<>();
    for (RegisteredKey key : keys) {
      if (!seen.add(key.uuid())) {
        throw new IllegalArgumentException("the key " + key.uuid() + " is there already");
      }
    }
  }

  /**
   * Reads a file; an empty one holds no keys.
   *
   * @throws WireException if it is not what trousers writes
   */
  public static KeyStoreFile read(Bytes file) {
    if (file.isEmpty()) {
      return EMPTY;
    }
    try {
      return read(file, ByteOrder.LITTLE_ENDIAN);
    } catch (WireException little) {
      try {
        return read(file, ByteOrder.BIG_ENDIAN);
      } catch (WireException big) {
        little.addSuppressed(big);
        throw little;
      }
    }
  }

  private static KeyStoreFile read(Bytes file, ByteOrder order) {
    Source in = new Source(file, order);
    try {
      int version = in.bytes("version", 1).get(0);
      if (version != VERSION) {
        throw WireException.refused("must be 1", 0, Integer.toString(version)).within("version");
      }
      long count = in.u32("count");
      if (count > in.left() / ENTRY) {
        throw WireException.refused(
                "must be the number of keys, at most " + in.left() / ENTRY + " here",
                1,
                Long.toString(count))
            .within("count");
      }
      List<RegisteredKey> keys = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        keys.add(entry(in, k));
      }
      if (in.left() > 0) {
        throw WireException.refused("nothing may follow the last key", in.at(), in.left() + " bytes");
      }
      return new KeyStoreFile(order, keys);
    } catch (IllegalArgumentException e) {
      throw WireException.refused("no two keys may have one UUID", 0, String.valueOf(e.getMessage()))
          .within("key store");
    } catch (WireException e) {
      throw e.within("key store");
    }
  }

  private static RegisteredKey entry(Source in, int index) {
    try {
      UUID uuid = in.uuid("uuid");
      UUID parent = in.uuid("parent");
      int publicSize = in.u16("publicSize");
      int blobSize = in.u16("blobSize");
      long vendorSize = in.u32("vendorSize");
      int flags = in.u16("flags");
      return new RegisteredKey(
          uuid,
          parent,
          flags,
          in.bytes("publicData", publicSize),
          in.bytes("blob", blobSize),
          in.bytes("vendorData", vendorSize));
    } catch (WireException e) {
      throw e.within("[" + index + "]");
    }
  }

  /** The content of the file. */
  public Bytes write() {
    int size = 1 + Integer.BYTES;
    for (RegisteredKey key : keys) {
      size +=
          ENTRY + key.publicData().length() + key.blob().length() + key.vendorData().length();
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(order);
    out.put((byte) VERSION).putInt(keys.size());
    for (RegisteredKey key : keys) {
      out.put(KeyUuid.write(key.uuid(), order).toArray());
      out.put(KeyUuid.write(key.parent(), order).toArray());
      out.putShort(size16("publicData", key.publicData()));
      out.putShort(size16("blob", key.blob()));
      out.putInt(key.vendorData().length());
      out.putShort((short) key.flags());
      out.put(key.publicData().toArray());
      out.put(key.blob().toArray());
      out.put(key.vendorData().toArray());
    }
    return Bytes.wrap(out.array());
  }

  private static short size16(String what, Bytes octets) {
    if (octets.length() > MOST_IN_16_BITS) {
      throw new IllegalArgumentException(
          what + " has at most 65535 octets in a key store, not " + octets.length());
    }
    return (short) octets.length();
  }

  /** The key with this name. */
  public Optional<RegisteredKey> find(UUID uuid) {
    return keys.stream().filter(key -> key.uuid().equals(uuid)).findFirst();
  }

  /** The key with this modulus. */
  public Optional<RegisteredKey> findByModulus(Bytes modulus) {
    return keys.stream().filter(key -> key.publicData().equals(modulus)).findFirst();
  }

  /**
   * This store with one key more, at the end.
   *
   * @throws IllegalArgumentException if its UUID is taken
   */
  public KeyStoreFile with(RegisteredKey key) {
    return new KeyStoreFile(order, Stream.concat(keys.stream(), Stream.of(key)).toList());
  }

  /**
   * This store without a key; the others keep their order.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public KeyStoreFile without(UUID uuid) {
    if (find(uuid).isEmpty()) {
      throw new IllegalArgumentException("no key " + uuid + " is registered");
    }
    return new KeyStoreFile(order, keys.stream().filter(key -> !key.uuid().equals(uuid)).toList());
  }

  /**
   * The keys to load for a key: first the one below the storage root key, last the key itself.
   *
   * @param system where parents are that are not here: {@code system.data} beside a {@code
   *     user.data}; {@link #EMPTY} if there is no other
   * @throws IllegalArgumentException if the key or one above it is not registered, or they go round
   *     in a circle
   */
  public List<RegisteredKey> chain(UUID uuid, KeyStoreFile system) {
    Deque<RegisteredKey> chain = new ArrayDeque<>();
    UUID next = uuid;
    while (!next.equals(KeyUuid.STORAGE_ROOT_KEY)) {
      UUID wanted = next;
      RegisteredKey key =
          find(wanted)
              .or(() -> system.find(wanted))
              .orElseThrow(() -> missing(wanted, uuid));
      if (chain.contains(key)) {
        throw new IllegalArgumentException("the parents of the key " + uuid + " go in a circle");
      }
      chain.addFirst(key);
      next = key.parent();
    }
    return List.copyOf(chain);
  }

  private static IllegalArgumentException missing(UUID wanted, UUID uuid) {
    return new IllegalArgumentException(
        wanted.equals(uuid)
            ? "no key " + uuid + " is registered; tpm_loadkey registers one"
            : "the key " + uuid + " stands below the key " + wanted + ", which is not registered");
  }

  /**
   * Opens a key, and those above it first. Closing the keys is the caller's: in the order they are
   * given out, last to first.
   *
   * @param uuid the key
   * @param system where parents are that are not here, as for {@link #chain}
   * @param storageRootKey what the topmost stands below
   * @param secrets the secret of each key that wants one, 20 octets
   * @return from the one below the storage root key to the key itself
   */
  public List<OpenKey> open(
      UUID uuid,
      KeyStoreFile system,
      OpenKey storageRootKey,
      Function<RegisteredKey, AuthValue> secrets)
      throws IOException {
    List<OpenKey> opened = new ArrayList<>();
    OpenKey parent = storageRootKey;
    boolean done = false;
    try {
      for (RegisteredKey key : chain(uuid, system)) {
        parent = parent.open(key.key(), secrets.apply(key));
        opened.add(parent);
      }
      done = true;
      return List.copyOf(opened);
    } finally {
      if (!done) {
        for (int k = opened.size() - 1; k >= 0; k--) {
          opened.get(k).close();
        }
      }
    }
  }

  /** Octets in one order, with the rules of the house: nothing is read that is not there. */
  private static final class Source {

    private final Bytes file;
    private final ByteOrder order;
    private int at;

    Source(Bytes file, ByteOrder order) {
      this.file = file;
      this.order = order;
    }

    int at() {
      return at;
    }

    int left() {
      return file.length() - at;
    }

    Bytes bytes(String name, long count) {
      if (count > left()) {
        throw WireException.refused(
                "needs " + count + " bytes", at, left() + " of " + file.length() + " left")
            .within(name);
      }
      Bytes octets = file.slice(at, at + (int) count);
      at += (int) count;
      return octets;
    }

    private ByteBuffer number(String name, int size) {
      return ByteBuffer.wrap(bytes(name, size).toArray()).order(order);
    }

    int u16(String name) {
      return Short.toUnsignedInt(number(name, Short.BYTES).getShort());
    }

    long u32(String name) {
      return Integer.toUnsignedLong(number(name, Integer.BYTES).getInt());
    }

    UUID uuid(String name) {
      return KeyUuid.read(bytes(name, KeyUuid.SIZE), order);
    }
  }
}
