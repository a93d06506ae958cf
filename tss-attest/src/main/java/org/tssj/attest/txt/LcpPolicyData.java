package org.tssj.attest.txt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * LCP_POLICY_DATA: the lists of a launch control policy, in a file beside tboot.
 *
 * @param lists in order
 * @param rest what stands behind a list of version 3 that is signed: its signature, and further
 *     lists
 */
public record LcpPolicyData(List<PolicyList> lists, Bytes rest) {

  private static final Bytes SIGNATURE = Bytes.utf8("Intel(R) TXT LCP_POLICY_DATA\0\0\0\0");
  private static final int UNSIGNED_1 = 0;
  private static final int RSA_1 = 1;
  private static final int UNSIGNED_2 = 0x10;
  private static final int RSASSA = 0x14;
  private static final int ECDSA = 0x18;
  private static final int SM2 = 0x1b;

  public LcpPolicyData {
    lists = List.copyOf(lists);
  }

  /**
   * LCP_POLICY_LIST, LCP_POLICY_LIST2, LCP_POLICY_LIST2_1: alternatives, of which any will do.
   *
   * @param version 0x0100 of a TPM 1.2, 0x0200, 0x0201 or 0x0300
   * @param elements in order
   * @param signature if it is signed, and of a form known here
   * @param octets the list without its signature
   */
  public record PolicyList(
      int version, List<Element> elements, Optional<Signed> signature, Bytes octets) {

    public PolicyList {
      elements = List.copyOf(elements);
    }

    /**
     * What the policy's hash is made of: a hash of the key that signed the list, so that the list
     * may change; of a list that nobody signed, its own.
     */
    public Bytes hash(Bank bank) {
      return Hashes.hash(bank, signature.map(Signed::key).orElse(octets));
    }
  }

  /**
   * A signature of a list.
   *
   * @param revocation counter of the list
   * @param key the public key as it stands: a modulus, or a point's two coordinates
   * @param value the signature as it stands
   */
  public record Signed(int revocation, Bytes key, Bytes value) {}

  /**
   * LCP_POLICY_ELEMENT: what may be launched.
   *
   * @param type 0 environments, 1 platform configurations, 2 BIOS, 3 custom, 4 SMI transfer
   *     monitors; 0x10 to 0x14 the same with a hash of choice
   * @param control flags of the type
   * @param data of the type
   */
  public record Element(int type, long control, Bytes data) {

    private static final int MLE = 0;
    private static final int MLE_2 = 0x10;

    /**
     * The hashes of environments that may be launched; empty for other elements.
     *
     * @throws WireException if the element is of environments and broken
     */
    public List<Bytes> environments() {
      if (type != MLE && type != MLE_2) {
        return List.of();
      }
      OctetReader in = OctetReader.littleEndian(data);
      in.u8("sinitMinVersion");
      int at = in.offset();
      int algorithm = type == MLE ? ofTpm12(in.u8("hashAlg")) : afterReserved(in);
      Bank bank =
          Bank.of(algorithm)
              .orElseThrow(
                  () ->
                      WireException.refused("must be a known hash", at, Integer.toString(algorithm))
                          .within("hashAlg"));
      List<Bytes> hashes = new ArrayList<>();
      for (int n = in.u16("numHashes"); n > 0; n--) {
        hashes.add(in.bytes("hash", bank.size()));
      }
      return hashes;
    }

    private static int ofTpm12(int algorithm) {
      return algorithm == 0 ? Bank.SHA1.algorithm() : algorithm;
    }

    private static int afterReserved(OctetReader in) {
      in.u8("reserved");
      return in.u16("hashAlg");
    }
  }

  /**
   * Reads a file.
   *
   * @throws WireException if it is none
   */
  public static LcpPolicyData read(Bytes file) {
    OctetReader in = OctetReader.littleEndian(file);
    Bytes signature = in.bytes("fileSignature", SIGNATURE.length());
    if (!signature.equals(SIGNATURE)) {
      throw WireException.refused("must be \"Intel(R) TXT LCP_POLICY_DATA\"", 0, "something else")
          .within("fileSignature");
    }
    in.skip("reserved", 3);
    int count = in.u8("numLists");
    List<PolicyList> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int start = in.offset();
      int version = in.u16("version");
      if (version >> 8 == 3) {
        boolean isSigned = in.u16("keySignatureOffset") != 0;
        List<Element> elements = elements(in);
        lists.add(
            new PolicyList(version, elements, Optional.empty(), file.slice(start, in.offset())));
        if (isSigned) {
          return new LcpPolicyData(lists, in.rest());
        }
      } else {
        lists.add(list(version, start, file, in));
      }
    }
    return new LcpPolicyData(lists, in.rest());
  }

  private static PolicyList list(int version, int start, Bytes file, OctetReader in) {
    int at = in.offset();
    int algorithm;
    if (version >> 8 == 1) {
      in.u8("reserved");
      algorithm = in.u8("sigAlg");
    } else if (version >> 8 == 2) {
      algorithm = in.u16("sigAlg");
    } else {
      throw WireException.refused(
              "must be 0x0100 to 0x03ff", start, String.format("0x%04x", version))
          .within("version");
    }
    List<Element> elements = elements(in);
    Bytes octets = file.slice(start, in.offset());
    Optional<Signed> signed =
        switch (algorithm) {
          case UNSIGNED_1, UNSIGNED_2 -> Optional.empty();
          case RSA_1, RSASSA -> Optional.of(rsa(in));
          case ECDSA, SM2 -> Optional.of(ecc(in));
          default ->
              throw WireException.refused(
                      "must be none, RSA, ECDSA or SM2", at, Integer.toString(algorithm))
                  .within("sigAlg");
        };
    return new PolicyList(version, elements, signed, octets);
  }

  private static List<Element> elements(OctetReader in) {
    OctetReader inside = in.region("policyElements", in.u32("policyElementsSize"));
    List<Element> elements = new ArrayList<>();
    while (inside.remaining() > 0) {
      long size = inside.u32("size");
      long type = inside.u32("type");
      long control = inside.u32("control");
      elements.add(new Element((int) type, control, inside.bytes("data", size - 12)));
    }
    return elements;
  }

  private static Signed rsa(OctetReader in) {
    int revocation = in.u16("revocationCounter");
    int size = in.u16("pubkeySize");
    return new Signed(revocation, in.bytes("pubkeyValue", size), in.bytes("sigBlock", size));
  }

  private static Signed ecc(OctetReader in) {
    int revocation = in.u16("revocationCounter");
    int size = in.u16("pubkeySize");
    in.u32("reserved");
    return new Signed(revocation, in.bytes("qxQy", 2L * size), in.bytes("rAndS", 2L * size));
  }

  /**
   * The hash that a launch control policy has of these lists: over the hashes of all, one behind
   * the other.
   *
   * <p>Where it was checked (a signed list of version 1 of a TPM 1.2) it is what Intel's tools
   * wrote; of other forms no recorded example is known.
   */
  public Bytes hash(Bank bank) {
    return LaunchControlPolicy.ofLists(bank, lists.stream().map(list -> list.hash(bank)).toList());
  }
}
