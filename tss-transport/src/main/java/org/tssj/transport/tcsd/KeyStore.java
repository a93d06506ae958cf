package org.tssj.transport.tcsd;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransportException;

/**
 * The key store of tcsd, which all its clients share: wrapped keys under a UUID, each with the UUID
 * of the key it is wrapped under. Trousers' tools and libraries keep their keys here.
 *
 * <p>What is refused is a {@link org.tssj.core.TpmServiceException}: 0x2020 there is no such key,
 * 0x2008 there is one already.
 */
public final class KeyStore {

  /** TSS_UUID_SRK: the storage root key, which tcsd registers when ownership is taken. */
  public static final UUID SRK = new UUID(0, 1);

  /**
   * A key that was loaded.
   *
   * @param handle for commands on this connection, the bits of an unsigned number
   * @param proof the TPM's half of the authorisation, if there was one
   */
  public record Loaded(int handle, Optional<LoadKeyInfo> proof) {}

  private final TcsdClient tcsd;

  KeyStore(TcsdClient tcsd) {
    this.tcsd = tcsd;
  }

  /** All keys. */
  public List<KeyInfo2> list() throws TpmTransportException {
    return tcsd.callFor(Rpc.ENUMREGISTEREDKEYS2).list(KeyInfo2.class);
  }

  /** A key and its ancestors, up to the storage root key. */
  public List<KeyInfo2> list(UUID key) throws TpmTransportException {
    return tcsd.callFor(Rpc.ENUMREGISTEREDKEYS2, new Parameter.Id(key)).list(KeyInfo2.class);
  }

  /**
   * A wrapped key.
   *
   * @return TPM_KEY or TPM_KEY12. The storage root key has zeros for its public part here
   */
  public Bytes blob(UUID key) throws TpmTransportException {
    return tcsd.callFor(Rpc.GETREGISTEREDKEYBLOB, new Parameter.Id(key)).counted();
  }

  /**
   * A wrapped key, found by its public part.
   *
   * @param algorithm TPM_ALGORITHM_ID of the key
   * @param publicKey the octets of TPM_STORE_PUBKEY
   */
  public Bytes blob(long algorithm, Bytes publicKey) throws TpmTransportException {
    return tcsd.callFor(
            Rpc.GETREGISTEREDKEYBYPUBLICINFO,
            new Parameter.U32(algorithm),
            new Parameter.U32(publicKey.length()),
            new Parameter.Octets(publicKey))
        .counted();
  }

  /**
   * Puts a key into the store.
   *
   * @param key its name from now on
   * @param parent the name of the key it is wrapped under, which must be in the store
   * @param blob TPM_KEY or TPM_KEY12
   * @param vendorData anything, for whoever lists it; may be empty
   */
  public void register(UUID key, UUID parent, Bytes blob, Bytes vendorData)
      throws TpmTransportException {
    Parameter id = new Parameter.Id(key);
    Parameter parentId = new Parameter.Id(parent);
    Parameter size = new Parameter.U32(blob.length());
    Parameter octets = new Parameter.Octets(blob);
    Parameter vendorSize = new Parameter.U32(vendorData.length());
    if (vendorData.isEmpty()) {
      tcsd.callFor(Rpc.REGISTERKEY, parentId, id, size, octets, vendorSize).finish();
    } else {
      Parameter vendor = new Parameter.Octets(vendorData);
      tcsd.callFor(Rpc.REGISTERKEY, parentId, id, size, octets, vendorSize, vendor).finish();
    }
  }

  /** Takes a key out of the store; loaded it stays. */
  public void unregister(UUID key) throws TpmTransportException {
    tcsd.callFor(Rpc.UNREGISTERKEY, new Parameter.Id(key)).finish();
  }

  /**
   * Loads a key and the keys above it, where no parent wants its secret.
   *
   * @return its handle on this connection, the bits of an unsigned number
   * @throws org.tssj.core.TpmServiceException 0x20ca if a parent wants its secret: load the parent,
   *     then the {@link #blob} with the parent's authorisation, or see {@link #authorizationFor}
   */
  public int load(UUID key) throws TpmTransportException {
    TcsdClient.Fields answer = tcsd.callFor(Rpc.LOADKEYBYUUID, new Parameter.Id(key));
    int handle = (int) answer.number();
    answer.finish();
    return handle;
  }

  /**
   * Loads a key with its parent's authorisation.
   *
   * @param authorization what {@link #authorizationFor} asked for, with session, nonce and HMAC
   */
  public Loaded load(UUID key, LoadKeyInfo authorization) throws TpmTransportException {
    TcsdClient.Fields answer =
        tcsd.callFor(Rpc.LOADKEYBYUUID, new Parameter.Id(key), authorization);
    int handle = (int) answer.number();
    Optional<LoadKeyInfo> proof =
        answer.has(LoadKeyInfo.class)
            ? Optional.of(answer.take(LoadKeyInfo.class))
            : Optional.empty();
    answer.finish();
    return new Loaded(handle, proof);
  }

  /**
   * Asks which parent's authorisation loading a key would take, and over what.
   *
   * @return empty if none is; the key is loaded then, until the connection ends
   */
  public Optional<LoadKeyInfo> authorizationFor(UUID key) throws TpmTransportException {
    byte[] request =
        tcsd.request(Rpc.LOADKEYBYUUID, new Parameter.Id(key), LoadKeyInfo.QUESTION);
    Packet answer = tcsd.decode(Rpc.LOADKEYBYUUID, tcsd.exchange(request));
    if (answer.code() == TcsResult.LOAD_FAILED
        && answer.parameters().size() == 1
        && answer.parameters().get(0) instanceof LoadKeyInfo needed) {
      return Optional.of(needed);
    }
    TcsdClient.refuseUnlessGood(Rpc.LOADKEYBYUUID, answer.code());
    return Optional.empty();
  }
}
