package org.tssj.tpm12;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.command.nv.NvDefineSpace;
import org.tssj.tpm12.command.nv.NvReadValue;
import org.tssj.tpm12.command.nv.NvReadValueAuth;
import org.tssj.tpm12.command.nv.NvWriteValue;
import org.tssj.tpm12.command.nv.NvWriteValueAuth;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.state.PermanentFlag;

/**
 * Non-volatile storage: areas that a TPM keeps without power, guarded by owner, secret, presence,
 * PCRs and locality.
 *
 * <p>A TPM whose NV storage was never locked (a bare chip, a software TPM) checks neither owner nor
 * presence nor PCRs: see {@link #isLocked}. Its answer to a wrong owner secret then still gives
 * itself away, since the TPM signs it with the right one, and ends in a {@code
 * TpmAuthenticityException}.
 *
 * @see "TPM 1.2 Main, Part 3, 20 Non-volatile Storage"
 */
public final class NvStorage {

  // What every TPM takes and gives in one command, with room for header and authorisation; the
  // specification leaves the limit to the TPM, and chips are known that have 1024.
  private static final int CHUNK = 512;

  private static final long MOST_OCTETS = 1 << 20;

  private final Tpm12 tpm;

  NvStorage(Tpm12 tpm) {
    this.tpm = tpm;
  }

  /** The indices of all areas, in the TPM's order. */
  public List<NvIndex> indices() throws IOException {
    return tpm.capability(Capability.NV_LIST);
  }

  /** All areas as everybody may see them, in the TPM's order. Pins that are no area are left out. */
  public List<NvDataPublic> areas() throws IOException {
    List<NvDataPublic> areas = new ArrayList<>();
    for (NvIndex index : indices()) {
      try {
        areas.add(area(index));
      } catch (TpmResponseException e) {
        if (e.code() != ResultCode.BADINDEX.code()) {
          throw e;
        }
      }
    }
    return areas;
  }

  /**
   * One area as everybody may see it.
   *
   * @throws TpmResponseException TPM_BADINDEX if there is none
   */
  public NvDataPublic area(NvIndex index) throws IOException {
    return tpm.capability(Capability.nvIndex(index));
  }

  /** Whether authorisations are checked at all: the flag nvLocked. */
  public boolean isLocked() throws IOException {
    return tpm.capability(Capability.PERMANENT_FLAGS).has(PermanentFlag.NV_LOCKED);
  }

  /**
   * Makes the TPM check NV authorisations, <b>for ever</b>: defines TPM_NV_INDEX_LOCK.
   * Manufacturers do that; it is for software TPMs and bare chips.
   */
  public void lockForEver() throws IOException {
    tpm.execute(
        new NvDefineSpace(
            NvDataPublic.of(NvIndex.LOCK, NvAttributes.NONE, 0), Secret.wellKnown()));
  }

  /**
   * TPM_NV_DefineSpace: makes an area, as owner. It is full of ones, all bits.
   *
   * @param area index, size, permissions and PCRs; {@code NvDataPublic.of} makes one
   * @param areaAuth its secret, 20 octets; of use with AUTHREAD and AUTHWRITE
   * @throws TpmResponseException TPM_NOSPACE if there is no room; TPM_BADINDEX for an index the
   *     owner may not define. An area of this index that was there is replaced
   */
  public void define(NvDataPublic area, AuthValue areaAuth, AuthValue ownerAuth)
      throws IOException {
    if (area.dataSize() == 0) {
      throw new IllegalArgumentException("an area has at least one octet: size 0 releases it");
    }
    tpm.execute(
        new NvDefineSpace(area, areaAuth), Authorization.osap(Handle.OWNER, ownerAuth));
  }

  /**
   * TPM_NV_DefineSpace without an owner: while NV storage is not locked, or by presence. The secret
   * travels as it is.
   */
  public void defineWithoutOwner(NvDataPublic area, AuthValue areaAuth) throws IOException {
    tpm.execute(new NvDefineSpace(area, areaAuth));
  }

  /**
   * TPM_NV_DefineSpace with size 0: removes an area and what stands in it, as owner.
   *
   * @throws TpmResponseException TPM_BADINDEX if there is none
   */
  public void release(NvIndex index, AuthValue ownerAuth) throws IOException {
    NvDataPublic area = area(index);
    NvDataPublic nothing =
        NvDataPublic.of(index, area.permission(), 0)
            .readableWith(area.pcrInfoRead())
            .writableWith(area.pcrInfoWrite());
    tpm.execute(
        new NvDefineSpace(nothing, Secret.wellKnown()),
        Authorization.osap(Handle.OWNER, ownerAuth));
  }

  /** Reads a whole area. */
  public Bytes read(NvIndex index, NvAccess as) throws IOException {
    return read(index, 0, Math.toIntExact(area(index).dataSize()), as);
  }

  /**
   * TPM_NV_ReadValue or TPM_NV_ReadValueAuth: reads a part of an area, in as many commands as it
   * takes.
   *
   * @param offset octet to begin at, 0 or more
   * @param length how many, 1 or more
   * @throws TpmResponseException TPM_AUTH_CONFLICT if the area wants somebody else; TPM_NOSPACE if
   *     it ends before
   * @throws org.tssj.core.TpmAuthenticityException if the owner's secret is wrong and the TPM does
   *     not check it
   */
  public Bytes read(NvIndex index, long offset, int length, NvAccess as) throws IOException {
    if (length < 1 || length > MOST_OCTETS) {
      throw new IllegalArgumentException("reads 1 to " + MOST_OCTETS + " octets, not " + length);
    }
    WireWriter all = new WireWriter(length);
    while (all.size() < length) {
      int wanted = Math.min(CHUNK, length - all.size());
      Bytes part = readOnce(index, offset + all.size(), wanted, as);
      if (part.length() != wanted) {
        throw WireException.refused(
                "must be the " + wanted + " bytes asked for", 0, part.length() + " bytes")
            .within("data");
      }
      all.bytes(part);
    }
    return all.toBytes();
  }

  private Bytes readOnce(NvIndex index, long offset, long size, NvAccess as) throws IOException {
    if (as instanceof NvAccess.Area area) {
      return tpm.execute(
              new NvReadValueAuth(index, offset, size), Authorization.oiap(area.secret()))
          .data();
    }
    return tpm.execute(new NvReadValue(index, offset, size), owner(as)).data();
  }

  private static Authorization[] owner(NvAccess as) {
    return as instanceof NvAccess.Owner owner
        ? new Authorization[] {Authorization.oiap(owner.secret())}
        : new Authorization[0];
  }

  /**
   * TPM_NV_WriteValue or TPM_NV_WriteValueAuth: writes into an area. In several commands if it is
   * long, unless the area has WRITEALL.
   *
   * @param offset octet to begin at, 0 or more
   * @param data at least one octet
   * @throws TpmResponseException TPM_NOT_FULLWRITE if the area is written in one piece only
   */
  public void write(NvIndex index, long offset, Bytes data, NvAccess as) throws IOException {
    if (data.isEmpty()) {
      throw new IllegalArgumentException("nothing to write: a write of size 0 is lockWriting()");
    }
    boolean inOnePiece =
        data.length() <= CHUNK || area(index).permission().has(NvAttributes.WRITEALL);
    int chunk = inOnePiece ? data.length() : CHUNK;
    for (int at = 0; at < data.length(); at += chunk) {
      writeOnce(index, offset + at, data.slice(at, Math.min(at + chunk, data.length())), as);
    }
  }

  private void writeOnce(NvIndex index, long offset, Bytes data, NvAccess as) throws IOException {
    if (as instanceof NvAccess.Area area) {
      tpm.execute(
          new NvWriteValueAuth(index, offset, data), Authorization.oiap(area.secret()));
    } else {
      tpm.execute(new NvWriteValue(index, offset, data), owner(as));
    }
  }

  /**
   * A write of size 0: locks writing. With WRITEDEFINE <b>for ever</b>, with WRITE_STCLEAR until the
   * next start-up.
   */
  public void lockWriting(NvIndex index, NvAccess as) throws IOException {
    writeOnce(index, 0, Bytes.EMPTY, as);
  }

  /** A read of size 0: locks reading of an area with READ_STCLEAR until the next start-up. */
  public void lockReading(NvIndex index, NvAccess as) throws IOException {
    Bytes nothing = readOnce(index, 0, 0, as);
    if (!nothing.isEmpty()) {
      throw WireException.refused("must be no bytes", 0, nothing.length() + " bytes")
          .within("data");
    }
  }

  /** A write of size 0 to index 0: locks writing of all areas with GLOBALLOCK until next start-up. */
  public void lockAllWriting() throws IOException {
    writeOnce(NvIndex.INDEX0, 0, Bytes.EMPTY, NvAccess.ANYBODY);
  }
}
