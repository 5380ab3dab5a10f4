// Force-included when the SQLite addon is compiled for Node-API 9. The addon keeps references to strings, which
// Node-API allows from version 10 on; before that a reference must name an object. So such a value goes into an array
// of one, the reference is to the array, and the lowest bit of the handle, free because handles are aligned, says so.
#pragma once
#ifdef __cplusplus
#include <cstdint>
#include <node_api.h>

namespace napi9 {

constexpr std::uintptr_t kBoxed = 1;

inline std::uintptr_t bits(napi_ref ref) { return reinterpret_cast<std::uintptr_t>(ref); }
inline bool boxed(napi_ref ref) { return (bits(ref) & kBoxed) != 0; }
inline napi_ref plain(napi_ref ref) { return reinterpret_cast<napi_ref>(bits(ref) & ~kBoxed); }

inline napi_status create(napi_env env, napi_value value, std::uint32_t count, napi_ref* result) {
  const napi_status direct = napi_create_reference(env, value, count, result);
  if (direct != napi_invalid_arg || value == nullptr) return direct;
  napi_value box = nullptr;
  napi_status status = napi_create_array_with_length(env, 1, &box);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, result);
  if (status == napi_ok) *result = reinterpret_cast<napi_ref>(bits(*result) | kBoxed);
  return status;
}

inline napi_status value(napi_env env, napi_ref ref, napi_value* result) {
  const napi_status status = napi_get_reference_value(env, plain(ref), result);
  return status == napi_ok && boxed(ref) && *result != nullptr ? napi_get_element(env, *result, 0, result) : status;
}

inline napi_status destroy(napi_env env, napi_ref ref) { return napi_delete_reference(env, plain(ref)); }
inline napi_status up(napi_env env, napi_ref ref, std::uint32_t* count) { return napi_reference_ref(env, plain(ref), count); }
inline napi_status down(napi_env env, napi_ref ref, std::uint32_t* count) {
  return napi_reference_unref(env, plain(ref), count);
}

}  // namespace napi9

#define napi_create_reference napi9::create
#define napi_get_reference_value napi9::value
#define napi_delete_reference napi9::destroy
#define napi_reference_ref napi9::up
#define napi_reference_unref napi9::down
#endif
