package org.tssj.attest.identity.certificate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.tssj.attest.asn1.Asn1;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Name: who a certificate is about, or who issued it. Two names are equal where RFC 5280 says so:
 * the kind of string, capitals and spaces do not count.
 */
public final class DistinguishedName {

  // Names are compared part by part with each other; nobody has more of them.
  private static final int MOST_PARTS = 64;

  private final X500Name name;
  private final Map<String, String> attributes;

  private DistinguishedName(X500Name name) {
    this.name = name;
    Map<String, String> all = new LinkedHashMap<>();
    int parts = 0;
    for (RDN part : name.getRDNs()) {
      for (AttributeTypeAndValue each : part.getTypesAndValues()) {
        all.putIfAbsent(each.getType().getId(), Asn1.text(each.getValue()));
        parts++;
      }
      if (parts > MOST_PARTS) {
        throw WireException.refused(
            "must have at most " + MOST_PARTS + " attributes", 0, Integer.toString(parts));
      }
    }
    this.attributes = Collections.unmodifiableMap(all);
  }

  /**
   * Reads one.
   *
   * @throws WireException if it is none
   */
  public static DistinguishedName read(Bytes der) {
    return Asn1.read("Name", der, DistinguishedName::of);
  }

  /**
   * A name as RFC 4514 writes it.
   *
   * @param text as in {@code CN=Attestation CA,O=Example}
   * @throws IllegalArgumentException if it is none
   */
  public static DistinguishedName parse(String text) {
    try {
      return new DistinguishedName(new X500Name(text));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "a name is written as in CN=Attestation CA,O=Example, not " + text, e);
    }
  }

  /** May throw whatever Bouncy Castle throws: called where that is caught. */
  static DistinguishedName of(ASN1Encodable value) {
    return new DistinguishedName(X500Name.getInstance(value));
  }

  /** Whether there is nothing in it, as in the subject of most endorsement certificates. */
  public boolean isEmpty() {
    return name.size() == 0;
  }

  /**
   * Its attributes, wherever they stand: each in a part of its own, or several in one.
   *
   * @return values by object identifier; the first where one is given twice
   */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** In DER. */
  public Bytes der() {
    return Asn1.write(name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistinguishedName that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** As in {@code C=CH,O=STMicroelectronics NV,CN=STM TPM EK Root CA}. */
  @Override
  public String toString() {
    return name.toString();
  }
}
