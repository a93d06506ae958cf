package org.tssj.transport.tcsd;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Fields.u8;
import static org.tssj.core.wire.Struct.struct;

import java.util.UUID;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * One parameter of a packet: a value with the type that stands in the packet's type table.
 *
 * <p>Octets alone ({@link Octets}) have no length of their own on the wire: the number before them
 * is it.
 */
public sealed interface Parameter
    permits Parameter.U8,
        Parameter.Flag,
        Parameter.U16,
        Parameter.U32,
        Parameter.Octets,
        Parameter.Nonce,
        Parameter.AuthRequest,
        Parameter.AuthAnswer,
        Parameter.Digest,
        Parameter.Id,
        Parameter.EncAuth,
        Parameter.StructVersion,
        Parameter.CounterValue,
        Parameter.U64,
        Parameter.Secret,
        KeyInfo,
        KeyInfo2,
        LoadKeyInfo,
        PcrEvent {

  /** What it is, by the number in the type table. */
  ParameterType type();

  /** BYTE. */
  record U8(int value) implements Parameter {
    static final Codec<U8> CODEC = struct("BYTE", U8::new, u8("value", U8::value));

    @Override
    public ParameterType type() {
      return ParameterType.BYTE;
    }
  }

  /** BOOL: one octet, 0 or 1. */
  record Flag(boolean value) implements Parameter {
    static final Codec<Flag> CODEC = struct("BOOL", Flag::new, bool("value", Flag::value));

    @Override
    public ParameterType type() {
      return ParameterType.BOOL;
    }
  }

  /** UINT16. */
  record U16(int value) implements Parameter {
    static final Codec<U16> CODEC = struct("UINT16", U16::new, u16("value", U16::value));

    @Override
    public ParameterType type() {
      return ParameterType.UINT16;
    }
  }

  /** UINT32, unsigned. */
  record U32(long value) implements Parameter {
    static final Codec<U32> CODEC = struct("UINT32", U32::new, u32("value", U32::value));

    @Override
    public ParameterType type() {
      return ParameterType.UINT32;
    }
  }

  /** PBYTE: octets, as many as the number before them says. */
  record Octets(Bytes value) implements Parameter {
    @Override
    public ParameterType type() {
      return ParameterType.PBYTE;
    }
  }

  /** TPM_NONCE, 20 octets. */
  record Nonce(Bytes value) implements Parameter {
    static final Codec<Nonce> CODEC = struct("NONCE", Nonce::new, bytes("value", 20, Nonce::value));

    @Override
    public ParameterType type() {
      return ParameterType.NONCE;
    }
  }

  /**
   * TPM_AUTH in a request, 45 octets. All of them zero stand for "none" where it cannot be left out.
   *
   * @param authHandle the session, unsigned
   * @param nonceOdd the caller's nonce, 20 octets
   * @param continueAuthSession whether the session stays open
   * @param hmac over the parameters of the TPM's command, 20 octets
   */
  record AuthRequest(long authHandle, Bytes nonceOdd, boolean continueAuthSession, Bytes hmac)
      implements Parameter {
    static final Codec<AuthRequest> CODEC =
        struct(
            "AUTH",
            AuthRequest::new,
            u32("authHandle", AuthRequest::authHandle),
            bytes("nonceOdd", 20, AuthRequest::nonceOdd),
            bool("continueAuthSession", AuthRequest::continueAuthSession),
            bytes("hmac", 20, AuthRequest::hmac));

    /** None, where one cannot be left out. */
    public static final AuthRequest NONE =
        new AuthRequest(0, Bytes.zeros(20), false, Bytes.zeros(20));

    @Override
    public ParameterType type() {
      return ParameterType.AUTH;
    }
  }

  /**
   * TPM_AUTH in an answer, 41 octets: without the handle.
   *
   * @param nonceEven the TPM's next nonce, 20 octets
   * @param continueAuthSession whether the session is still open
   * @param hmac over the parameters of the TPM's answer, 20 octets
   */
  record AuthAnswer(Bytes nonceEven, boolean continueAuthSession, Bytes hmac)
      implements Parameter {
    static final Codec<AuthAnswer> CODEC =
        struct(
            "AUTH",
            AuthAnswer::new,
            bytes("nonceEven", 20, AuthAnswer::nonceEven),
            bool("continueAuthSession", AuthAnswer::continueAuthSession),
            bytes("hmac", 20, AuthAnswer::hmac));

    @Override
    public ParameterType type() {
      return ParameterType.AUTH;
    }
  }

  /** TPM_DIGEST, 20 octets. */
  record Digest(Bytes value) implements Parameter {
    static final Codec<Digest> CODEC =
        struct("DIGEST", Digest::new, bytes("value", 20, Digest::value));

    @Override
    public ParameterType type() {
      return ParameterType.DIGEST;
    }
  }

  /** TSS_UUID: what keys are called in the key store. */
  record Id(UUID value) implements Parameter {
    static final Codec<Id> CODEC = struct("UUID", Id::new, field("value", Uuids.CODEC, Id::value));

    @Override
    public ParameterType type() {
      return ParameterType.UUID;
    }
  }

  /** TPM_ENCAUTH: a new secret, encrypted, 20 octets. */
  record EncAuth(Bytes value) implements Parameter {
    static final Codec<EncAuth> CODEC =
        struct("ENCAUTH", EncAuth::new, bytes("value", 20, EncAuth::value));

    @Override
    public ParameterType type() {
      return ParameterType.ENCAUTH;
    }
  }

  /**
   * TSS_VERSION.
   *
   * @param major 0 to 255
   * @param minor 0 to 255
   * @param revMajor 0 to 255
   * @param revMinor 0 to 255
   */
  record StructVersion(int major, int minor, int revMajor, int revMinor) implements Parameter {
    static final Codec<StructVersion> CODEC =
        struct(
            "VERSION",
            StructVersion::new,
            u8("major", StructVersion::major),
            u8("minor", StructVersion::minor),
            u8("revMajor", StructVersion::revMajor),
            u8("revMinor", StructVersion::revMinor));

    @Override
    public ParameterType type() {
      return ParameterType.VERSION;
    }
  }

  /**
   * TPM_COUNTER_VALUE. No release of tcsd can send one.
   *
   * @param tag TPM_TAG_COUNTER_VALUE
   * @param label 4 octets
   * @param counter unsigned
   */
  record CounterValue(int tag, Bytes label, long counter) implements Parameter {
    static final Codec<CounterValue> CODEC =
        struct(
            "COUNTER_VALUE",
            CounterValue::new,
            u16("tag", CounterValue::tag),
            bytes("label", 4, CounterValue::label),
            u32("counter", CounterValue::counter));

    @Override
    public ParameterType type() {
      return ParameterType.COUNTER_VALUE;
    }
  }

  /** UINT64; negative where the unsigned value is above 2^63-1. */
  record U64(long value) implements Parameter {
    static final Codec<U64> CODEC = struct("UINT64", U64::new, u64("value", U64::value));

    @Override
    public ParameterType type() {
      return ParameterType.UINT64;
    }
  }

  /** TPM_SECRET in the clear, 20 octets. */
  record Secret(AuthValue value) implements Parameter {
    static final Codec<Secret> CODEC =
        struct("SECRET", Secret::new, secret("value", 20, Secret::value));

    @Override
    public ParameterType type() {
      return ParameterType.SECRET;
    }
  }
}
