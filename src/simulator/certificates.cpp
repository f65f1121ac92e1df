// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/certificates.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace Simulator {

using namespace Qt::StringLiterals;

namespace {

template <auto function> struct Freed
{
    template <typename T> void operator()(T *object) const { function(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

bool addExtension(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setName(X509_NAME *name, const char *commonName)
{
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(commonName), -1, -1, 0)
        == 1;
}

//! A certificate for \a key, valid by those terms, not yet signed.
Certificate newCertificate(EVP_PKEY *key, const char *commonName, const CertificateTerms &terms)
{
    constexpr long dayS = 24 * 3600;
    unsigned char serial[16];
    Certificate certificate(X509_new());
    if (!certificate || RAND_bytes(serial, sizeof serial) != 1) {
        return {};
    }
    serial[0] &= 0x7f; // serial numbers are positive
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(BN_bin2bn(serial, sizeof serial, nullptr));
    const bool isMade = number && X509_set_version(certificate.get(), 2) == 1
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()))
        && X509_gmtime_adj(X509_getm_notBefore(certificate.get()), terms.fromDays * dayS)
        && X509_gmtime_adj(X509_getm_notAfter(certificate.get()), terms.untilDays * dayS)
        && setName(X509_get_subject_name(certificate.get()), commonName)
        && X509_set_pubkey(certificate.get(), key) == 1;
    return isMade ? std::move(certificate) : Certificate();
}

QByteArray pem(auto write)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get()) != 1) {
        return {};
    }
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray pemOf(X509 *certificate)
{
    return pem([certificate](BIO *bio) { return PEM_write_bio_X509(bio, certificate); });
}

Certificate makeAuthority(EVP_PKEY *key)
{
    Certificate authority = newCertificate(key, "Simulator throw-away CA", {});
    const bool isMade = authority
        && X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get())) == 1
        && addExtension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(authority.get(), authority.get(), NID_subject_key_identifier, "hash")
        && X509_sign(authority.get(), key, EVP_sha256()) > 0;
    return isMade ? std::move(authority) : Certificate();
}

//! "DNS:localhost,IP:127.0.0.1", as OpenSSL wants it; empty if a host has characters that no name has.
QByteArray namesOf(const CertificateTerms &terms)
{
    QStringList names;
    if (terms.isForLocalhost) {
        names << u"DNS:localhost"_s << u"IP:127.0.0.1"_s << u"IP:::1"_s;
    }
    for (const QString &host : terms.hosts) {
        names << u"DNS:"_s + host;
    }
    const QString joined = names.join(u',');
    return joined.contains(u'\n') || joined.count(u',') + 1 != names.size() ? QByteArray()
                                                                            : joined.toLatin1();
}

Certificate makeServer(EVP_PKEY *key, X509 *authority, EVP_PKEY *authorityKey, const CertificateTerms &terms)
{
    const QByteArray name = terms.isForLocalhost ? "localhost" : terms.hosts.value(0).toLatin1();
    Certificate server = newCertificate(key, name.constData(), terms);
    const bool isMade = server && X509_set_issuer_name(server.get(), X509_get_subject_name(authority)) == 1
        && addExtension(server.get(), authority, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(server.get(), authority, NID_key_usage, "critical,digitalSignature")
        && addExtension(server.get(), authority, NID_ext_key_usage, "serverAuth")
        && addExtension(server.get(), authority, NID_subject_alt_name, namesOf(terms).constData())
        && addExtension(server.get(), authority, NID_authority_key_identifier, "keyid")
        && X509_sign(server.get(), authorityKey, EVP_sha256()) > 0;
    return isMade ? std::move(server) : Certificate();
}

} // namespace

Core::Result<Certificates> makeCertificates(const CertificateTerms &terms)
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    const Certificate authority = authorityKey ? makeAuthority(authorityKey.get()) : Certificate();
    const Certificate server = authority && serverKey
        ? makeServer(serverKey.get(), authority.get(), authorityKey.get(), terms)
        : Certificate();
    if (!server) {
        const char *reason = ERR_reason_error_string(ERR_peek_last_error());
        return Core::failure(
            Core::Error::of(Core::ErrorKind::Tls, QString::fromLatin1(reason ? reason : "OpenSSL failed")));
    }
    Certificates certificates;
    certificates.authority = pemOf(authority.get());
    certificates.server = pemOf(server.get());
    certificates.serverKey = pem([&serverKey](BIO *bio) {
        return PEM_write_bio_PrivateKey(bio, serverKey.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return certificates;
}

} // namespace Simulator
