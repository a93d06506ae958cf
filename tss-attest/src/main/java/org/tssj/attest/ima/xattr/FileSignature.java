package org.tssj.attest.ima.xattr;

import java.util.List;
import java.util.Optional;
import org.tssj.core.Bytes;

/** A signature as the kernel keeps it in an attribute: behind the octet that says of what. */
public sealed interface FileSignature {

  /**
   * signature_hdr: the first version, obsolete since 2013. It is read and never verified.
   *
   * @param timestamp seconds since 1970 when it was made, unsigned 32 bits
   * @param algorithm 0 RSA
   * @param hash 0 SHA-1, 1 SHA-256
   * @param keyId the last 8 octets of SHA-1 over the key
   * @param numbers the signature's
   */
  record V1(long timestamp, int algorithm, int hash, Bytes keyId, List<Mpi> numbers)
      implements FileSignature {
    public V1 {
      numbers = List.copyOf(numbers);
    }

    /**
     * MPI of GnuPG.
     *
     * @param bits how many of them count
     * @param octets the most significant first
     */
    public record Mpi(int bits, Bytes octets) {}

    @Override
    public Bytes write() {
      return SignatureOctets.write(this);
    }
  }

  /**
   * signature_v2_hdr: version 2 signs the file's digest; version 3 signs a digest over that, its
   * hash and what it is a digest of, so that nobody takes one for the other.
   *
   * @param version 2 or 3
   * @param hashNumber {@link KernelHash#number}, also one that is not known here
   * @param keyId the last 4 octets of the certificate's subject key identifier
   * @param signature PKCS #1 v1.5 for RSA, DER for elliptic curves
   */
  record V2(int version, int hashNumber, long keyId, Bytes signature) implements FileSignature {
    /** The hash, if it is known. */
    public Optional<KernelHash> hash() {
      return KernelHash.of(hashNumber);
    }

    @Override
    public Bytes write() {
      return SignatureOctets.write(this);
    }
  }

  /** As in the attribute. */
  Bytes write();
}
