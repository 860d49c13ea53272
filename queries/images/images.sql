-- What the users of images_analytical ask. One statement behind each name; {country:String} is a parameter, whose
-- values are those that the table has in the column of that name, unless a comment says where they come from.

-- name: gender
-- expect: shares of gender
SELECT gender, count() AS images
FROM images_analytical
GROUP BY gender
ORDER BY images DESC

-- name: gender by region
SELECT region, countIf(gender = 'women') AS women, countIf(gender = 'men') AS men,
  round(women / (women + men), 3) AS share_of_women
FROM images_analytical
WHERE region != ''
GROUP BY region
ORDER BY region

-- name: gender in a country
SELECT gender, age, count() AS images
FROM images_analytical
WHERE country_code = {country_code:String}
GROUP BY gender, age
ORDER BY images DESC

-- name: ethnicity totals
-- expect: shares of first ethnicity
SELECT ethnicity_ids[1] AS ethnicity, count() AS images
FROM images_analytical
WHERE notEmpty(ethnicity_ids)
GROUP BY ethnicity
ORDER BY images DESC

-- name: top countries
SELECT country_code, count() AS images
FROM images_analytical
WHERE country_code != ''
GROUP BY country_code
ORDER BY images DESC
LIMIT 20

-- name: site by gender
SELECT site_name, gender, count() AS images
FROM images_analytical
GROUP BY site_name, gender
ORDER BY site_name, images DESC

-- name: sites
-- expect: shares of site
SELECT site_name, count() AS images
FROM images_analytical
GROUP BY site_name
ORDER BY images DESC

-- name: faces and bodies
SELECT has_face, has_body, count() AS images, countIf(has_left_hand AND has_right_hand) AS both_hands
FROM images_analytical
GROUP BY has_face, has_body

-- name: looking at the camera
SELECT gender, count() AS images
FROM images_analytical
WHERE has_face AND NOT is_face_no_lms AND abs(face_x) <= 5 AND abs(face_y) <= 5
GROUP BY gender

-- name: topics
-- expect: shares of first topic
SELECT topic_id_1, count() AS images, round(avg(topic_score_1), 3) AS score
FROM images_analytical
WHERE topic_score_1 > 0
GROUP BY topic_id_1
ORDER BY images DESC

-- name: pose clusters
SELECT body_pose_cluster_512, count() AS images, uniq(site_name_id) AS sites
FROM images_analytical
WHERE isNotNull(body_pose_cluster_512)
GROUP BY body_pose_cluster_512
ORDER BY images DESC
LIMIT 50

-- name: neighbours of a cluster
SELECT image_id, content_url, hand_position_cluster_128
FROM images_analytical
WHERE has_face AND body_pose_cluster_512 = {body_pose_cluster_512:UInt16}
ORDER BY topic_score_1 DESC
LIMIT 50

-- name: several filters
SELECT image_id, content_url, author
FROM images_analytical
WHERE has_face AND has_body AND gender = {gender:String} AND region = {region:String}
  AND upload_date >= '2020-01-01' AND width >= 2048
ORDER BY upload_date DESC, image_id
LIMIT 100

-- name: caption search
-- param word: SELECT arrayJoin(['woman', 'sunset', 'coffee', 'football', 'laptop', 'doctor', 'snow'])
SELECT image_id, caption, content_url
FROM images_analytical
WHERE caption ILIKE concat('%', {word:String}, '%')
ORDER BY image_id
LIMIT 50

-- name: uploads by month
SELECT toStartOfMonth(upload_date) AS month, count() AS images, uniq(author) AS authors
FROM images_analytical
GROUP BY month
ORDER BY month

-- name: one image
SELECT *
FROM images_analytical
WHERE image_id = {image_id:UInt32}
