package org.tssj.attest.ima.xattr;

import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * evm_ima_xattr_data: the value of the attribute security.ima or security.evm, told by its first
 * octet.
 *
 * @see "Linux, security/integrity/integrity.h"
 */
public sealed interface SecurityIma {

  /** The first octet. */
  int type();

  /** The value of the attribute. */
  Bytes write();

  /**
   * IMA_XATTR_DIGEST: the file's digest in the form of 2011.
   *
   * @param value SHA-1, or MD5 by its length
   */
  record LegacyDigest(Bytes value) implements SecurityIma {
    @Override
    public int type() {
      return 0x01;
    }

    @Override
    public Bytes write() {
      return prefixed(this, value);
    }
  }

  /**
   * EVM_XATTR_HMAC, of security.evm: by a key that only the machine has.
   *
   * @param value HMAC with SHA-1
   */
  record Hmac(Bytes value) implements SecurityIma {
    @Override
    public int type() {
      return 0x02;
    }

    @Override
    public Bytes write() {
      return prefixed(this, value);
    }
  }

  /**
   * EVM_IMA_XATTR_DIGSIG: a signature of the file's digest; in security.evm, of its attributes'.
   *
   * @param signature of any version
   */
  record Signed(FileSignature signature) implements SecurityIma {
    @Override
    public int type() {
      return 0x03;
    }

    @Override
    public Bytes write() {
      return prefixed(this, signature.write());
    }
  }

  /**
   * IMA_XATTR_DIGEST_NG: the file's digest.
   *
   * @param hashNumber {@link KernelHash#number}, also one that is not known here
   * @param value the digest
   */
  record Digest(int hashNumber, Bytes value) implements SecurityIma {
    @Override
    public int type() {
      return 0x04;
    }

    @Override
    public Bytes write() {
      return prefixed(this, Bytes.of((byte) hashNumber).concat(value));
    }
  }

  /**
   * EVM_XATTR_PORTABLE_DIGSIG, of security.evm: a signature of the file's other attributes and its
   * owner that holds on every machine.
   *
   * @param signature of version 2
   */
  record Portable(FileSignature signature) implements SecurityIma {
    @Override
    public int type() {
      return 0x05;
    }

    @Override
    public Bytes write() {
      return prefixed(this, signature.write());
    }
  }

  /**
   * IMA_VERITY_DIGSIG: a signature of the file's digest of fs-verity.
   *
   * @param signature of version 3
   */
  record VeritySigned(FileSignature signature) implements SecurityIma {
    @Override
    public int type() {
      return 0x06;
    }

    @Override
    public Bytes write() {
      return prefixed(this, signature.write());
    }
  }

  /**
   * Something of which nothing is known here.
   *
   * @param type the first octet
   * @param value what follows
   */
  record Unknown(int type, Bytes value) implements SecurityIma {
    @Override
    public Bytes write() {
      return prefixed(this, value);
    }
  }

  /**
   * Reads the value of an attribute.
   *
   * @throws WireException if it is empty, or not what its first octet says
   */
  static SecurityIma read(Bytes attribute) {
    OctetReader in = OctetReader.littleEndian(attribute);
    int type = in.u8("type");
    return switch (type) {
      case 0x01 -> new LegacyDigest(in.rest());
      case 0x02 -> new Hmac(in.rest());
      case 0x03 -> new Signed(SignatureOctets.read(in));
      case 0x04 -> digest(in);
      case 0x05 -> new Portable(SignatureOctets.read(in));
      case 0x06 -> new VeritySigned(SignatureOctets.read(in));
      default -> new Unknown(type, in.rest());
    };
  }

  /** The attribute for a file that nobody signed: its digest. */
  static SecurityIma ofDigest(KernelHash hash, Bytes digest) {
    if (digest.length() != hash.size()) {
      throw new IllegalArgumentException(
          "a digest of " + hash + " has " + hash.size() + " bytes, this one " + digest.length());
    }
    return new Digest(hash.number(), digest);
  }

  private static Digest digest(OctetReader in) {
    int number = in.u8("hash_algo");
    int at = in.offset();
    Bytes value = in.rest();
    int size = KernelHash.of(number).map(KernelHash::size).orElse(value.length());
    if (value.length() != size) {
      throw WireException.refused("must be " + size + " bytes", at, value.length() + " of them")
          .within("digest");
    }
    return new Digest(number, value);
  }

  private static Bytes prefixed(SecurityIma attribute, Bytes rest) {
    return Bytes.of((byte) attribute.type()).concat(rest);
  }
}
