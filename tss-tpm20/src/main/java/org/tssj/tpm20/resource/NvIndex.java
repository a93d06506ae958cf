package org.tssj.tpm20.resource;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvExtend;
import org.tssj.tpm20.command.nv.NvIncrement;
import org.tssj.tpm20.command.nv.NvRead;
import org.tssj.tpm20.command.nv.NvReadLock;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvSetBits;
import org.tssj.tpm20.command.nv.NvUndefineSpace;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.nv.NvWriteLock;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPinCounterParameters;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.nv.NvType;

/**
 * An NV index: octets, a counter, bits, a value that is extended, or a PIN, whichever it was
 * defined as.
 *
 * <p>Reads and writes of any length, in pieces as large as TPM_PT_NV_BUFFER_MAX allows. The Name of
 * an index changes when it is first written and when it is locked, and sessions sign it: this class
 * computes the new Name after each of its own commands and asks nobody for it. What others do to
 * the index meanwhile is learned by {@link #refresh}.
 *
 * <p>Not for use by several threads at a time.
 *
 * @see "TPM 2.0 Library, Part 1, 37 NV Memory"
 */
public final class NvIndex {

  /** A counter, bits and a PIN have eight octets. */
  private static final int NUMBER = 8;

  private final Tpm20 tpm;
  private NvPublic area;
  private int piece;

  private NvIndex(Tpm20 tpm, NvPublic area) {
    this.tpm = tpm;
    this.area = area;
  }

  /**
   * Defines an index: TPM2_NV_DefineSpace.
   *
   * @param authority TPM_RH_OWNER, or TPM_RH_PLATFORM with TPMA_NV_PLATFORMCREATE
   * @param template its handle, size, attributes and policy
   * @param authValue its auth value
   * @param authorizations for the authority, then further sessions
   */
  public static NvIndex define(
      Tpm20 tpm,
      Handle authority,
      NvPublic template,
      AuthValue authValue,
      Authorization... authorizations)
      throws IOException {
    tpm.execute(new NvDefineSpace(authority, authValue, template), authorizations);
    return new NvIndex(tpm, template);
  }

  /**
   * Opens an index that is there: TPM2_NV_ReadPublic.
   *
   * <p>Its public area comes from the TPM and fits its Name; that it is the index you mean is for
   * you to compare where it matters.
   *
   * @throws TpmAuthenticityException if Name and public area do not fit
   */
  public static NvIndex open(Tpm20 tpm, Handle index) throws IOException {
    return new NvIndex(tpm, read(tpm, index));
  }

  /** The indices there are, of owner and platform. */
  public static List<Handle> list(Tpm20 tpm) throws IOException {
    return tpm.handles(0x0100_0000);
  }

  private static NvPublic read(Tpm20 tpm, Handle index) throws IOException {
    NvReadPublic.Response read = tpm.execute(new NvReadPublic(index));
    if (!read.nvPublic().name().equals(read.nvName())) {
      throw new TpmAuthenticityException(
          "TPM2_NV_ReadPublic", "the Name is not that of the public area");
    }
    if (!read.nvPublic().nvIndex().equals(index)) {
      throw new TpmAuthenticityException(
          "TPM2_NV_ReadPublic", "the public area is that of " + read.nvPublic().nvIndex());
    }
    return read.nvPublic();
  }

  /** The index with its Name as it is now. */
  public Handle handle() {
    return area.nvIndex().named(area.name());
  }

  /** Its public area as it is now. */
  public NvPublic publicArea() {
    return area;
  }

  /** Asks the TPM for the public area again, for what others have done. */
  public void refresh() throws IOException {
    area = read(tpm, area.nvIndex());
  }

  /** Everything in it: TPM2_NV_Read, as often as it takes. */
  public Bytes read(NvUser user) throws IOException {
    return read(0, area.dataSize(), user);
  }

  /**
   * A part of it.
   *
   * @param offset where it begins
   * @param length how many octets
   */
  public Bytes read(int offset, int length, NvUser user) throws IOException {
    Objects.checkFromIndexSize(offset, length, area.dataSize());
    WireWriter octets = new WireWriter(length);
    int largest = largestPiece();
    while (octets.size() < length) {
      int at = offset + octets.size();
      int size = Math.min(largest, length - octets.size());
      Bytes some = user.execute(tpm, area, by -> new NvRead(by, handle(), size, at)).data();
      if (some.length() != size) {
        throw WireException.refused("must be " + size + " bytes", 0, "" + some.length())
            .within("data")
            .within("TPM2_NV_Read response");
      }
      octets.bytes(some);
    }
    return octets.toBytes();
  }

  /** Writes from its beginning on: TPM2_NV_Write, as often as it takes. */
  public void write(Bytes data, NvUser user) throws IOException {
    write(0, data, user);
  }

  /**
   * Writes a part of it. A failure in the midst of it leaves the pieces before written.
   *
   * @param offset where it begins
   */
  public void write(int offset, Bytes data, NvUser user) throws IOException {
    Objects.checkFromIndexSize(offset, data.length(), area.dataSize());
    int largest = largestPiece();
    int done = 0;
    do {
      int size = Math.min(largest, data.length() - done);
      Bytes some = data.slice(done, done + size);
      int at = offset + done;
      user.execute(tpm, area, by -> new NvWrite(by, handle(), some, at));
      becomes(NvAttributes.WRITTEN);
      done += size;
    } while (done < data.length());
  }

  /** TPM2_NV_Increment: a COUNTER goes up by one. Its first value is larger than any before. */
  public void increment(NvUser user) throws IOException {
    require(NvType.COUNTER);
    user.execute(tpm, area, by -> new NvIncrement(by, handle()));
    becomes(NvAttributes.WRITTEN);
  }

  /** What a COUNTER says, unsigned 64 bits. */
  public long counter(NvUser user) throws IOException {
    require(NvType.COUNTER);
    return number(user);
  }

  /** TPM2_NV_SetBits: sets bits of a BITS index; nothing clears them again. */
  public void setBits(long bits, NvUser user) throws IOException {
    require(NvType.BITS);
    user.execute(tpm, area, by -> new NvSetBits(by, handle(), bits));
    becomes(NvAttributes.WRITTEN);
  }

  /** The 64 bits of a BITS index. */
  public long bits(NvUser user) throws IOException {
    require(NvType.BITS);
    return number(user);
  }

  /** TPM2_NV_Extend: an EXTEND index becomes the hash of what it was and of {@code data}. */
  public void extend(Bytes data, NvUser user) throws IOException {
    require(NvType.EXTEND);
    user.execute(tpm, area, by -> new NvExtend(by, handle(), data));
    becomes(NvAttributes.WRITTEN);
  }

  /** How often a PIN was right (PIN_PASS) or wrong (PIN_FAIL), and how often it may be. */
  public NvPinCounterParameters pin(NvUser user) throws IOException {
    require(NvType.PIN_PASS, NvType.PIN_FAIL);
    return NvPinCounterParameters.CODEC.decode(read(0, NUMBER, user));
  }

  /** Sets count and limit of a PIN. Until that is done for the first time it cannot be used. */
  public void setPin(NvPinCounterParameters pin, NvUser user) throws IOException {
    require(NvType.PIN_PASS, NvType.PIN_FAIL);
    write(0, NvPinCounterParameters.CODEC.encode(pin), user);
  }

  /**
   * TPM2_NV_WriteLock: until the next restart where TPMA_NV_WRITE_STCLEAR is set, for good where
   * TPMA_NV_WRITEDEFINE is.
   */
  public void lockWriting(NvUser user) throws IOException {
    user.execute(tpm, area, by -> new NvWriteLock(by, handle()));
    becomes(NvAttributes.WRITELOCKED);
  }

  /** TPM2_NV_ReadLock: until the next restart; TPMA_NV_READ_STCLEAR has to be set. */
  public void lockReading(NvUser user) throws IOException {
    user.execute(tpm, area, by -> new NvReadLock(by, handle()));
    becomes(NvAttributes.READLOCKED);
  }

  /**
   * TPM2_NV_UndefineSpace: removes it.
   *
   * @param authority TPM_RH_OWNER or TPM_RH_PLATFORM
   * @param authorizations for the authority, then further sessions
   */
  public void undefine(Handle authority, Authorization... authorizations) throws IOException {
    tpm.execute(new NvUndefineSpace(authority, handle()), authorizations);
  }

  private long number(NvUser user) throws IOException {
    return Codecs.U64.decode(read(0, NUMBER, user));
  }

  private void require(NvType... types) {
    if (!List.of(types).contains(area.attributes().type())) {
      throw new IllegalStateException(
          "index "
              + area.nvIndex()
              + " is of type "
              + area.attributes().type()
              + ", and this is for "
              + List.of(types));
    }
  }

  private void becomes(NvAttributes more) {
    area = area.withAttributes(area.attributes().with(more));
  }

  private int largestPiece() throws IOException {
    if (piece == 0) {
      // A TPM that does not say takes what every TPM took before there was the property.
      piece = (int) Capabilities.of(tpm).property(PropertyTag.NV_BUFFER_MAX).orElse(512);
    }
    return piece;
  }

  /** Its handle and attributes. */
  @Override
  public String toString() {
    return "NV index " + area.nvIndex() + " " + area.attributes();
  }
}
